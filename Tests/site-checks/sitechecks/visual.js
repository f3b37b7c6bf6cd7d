// Reads a text back as it stands on the screen: gives, for each of some elements, its letters in
// the order of the markup with the place where each is drawn. White space, marks above letters and
// invisible characters have no place of their own and are left out.
(selector) => {
  const sheet = new CSSStyleSheet();
  // Everything on one line, so that the line shows the order and not where it was broken.
  sheet.replaceSync("* { white-space: nowrap !important; text-wrap: nowrap !important; }");
  document.adoptedStyleSheets = [sheet];
  const skipped = /[\s\p{Mn}\p{Cf}]/u;
  return JSON.stringify([...document.querySelectorAll(selector)].map((element) => {
    const letters = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.parentElement.closest(".vh")) continue;
      let offset = 0;
      for (const letter of text.data) {
        const range = document.createRange();
        range.setStart(text, offset);
        range.setEnd(text, (offset += letter.length));
        if (skipped.test(letter)) continue;
        const box = range.getBoundingClientRect();
        letters.push([letter, (box.left + box.right) / 2]);
      }
    }
    return letters;
  }));
}
