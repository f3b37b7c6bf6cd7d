// Three comforts of an article, which reads well without them: a note opens beside its mark, the
// contents show where the reader is, and a button copies the short link.
const notes = document.querySelector("[data-close]");

/** A note in a box of its own. The copy has no ids, which the note keeps. */
function open(mark, note) {
  const box = document.createElement("aside");
  box.className = "pop";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("aria-label", mark.getAttribute("aria-label"));
  box.append(...note.cloneNode(true).childNodes);
  for (const back of box.querySelectorAll('[href^="#r"]')) back.remove();
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = notes.dataset.close;
  close.onclick = () => box.hidePopover();
  box.append(close);
  mark.closest("sup").after(box);
  box.addEventListener("toggle", (event) => {
    if (event.newState === "closed") box.remove();
  });
  box.showPopover();
  place(box, mark.getBoundingClientRect());
  // Not the button: the key that opened the box would press it.
  box.focus({ preventScroll: true });
}

/** Below the mark, or above it where there is no room; never out of the window. */
function place(box, mark) {
  const margin = 16;
  const room = innerWidth - box.offsetWidth - margin;
  const top = mark.bottom + box.offsetHeight + margin > innerHeight
    ? mark.top - box.offsetHeight - 6 : mark.bottom + 6;
  box.style.left = `${Math.max(margin, Math.min(mark.left - box.offsetWidth / 2, room))}px`;
  box.style.top = `${Math.max(margin, top)}px`;
}

if (notes && "popover" in HTMLElement.prototype) {
  document.querySelector(".body")?.addEventListener("click", (event) => {
    const mark = event.target.closest("sup.fn a");
    const note = mark && document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(mark, note);
  });
}

for (const button of document.querySelectorAll(".copy")) {
  if (!navigator.clipboard) break;
  const label = button.textContent;
  button.hidden = false;
  button.onclick = async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  };
}

const sections = [...document.querySelectorAll(".side a")].map((link) =>
  [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]);

/** The last section that began above the upper third of the window. */
function follow() {
  const current = sections.findLast(([, part]) =>
    part?.getBoundingClientRect().top < innerHeight / 3)?.[0];
  for (const [link] of sections) {
    if (link === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (sections.length && matchMedia("(min-width: 70em)").matches) {
  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; follow(); });
  }, { passive: true });
}
