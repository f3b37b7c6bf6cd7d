// What the checks ask a page in the browser. Evaluated as one expression; gives an object of
// questions.
(() => {
  const name = (element) => {
    const part = element.id ? `#${element.id}` : element.className && element.className.baseVal === undefined
      ? "." + String(element.className).trim().split(/\s+/).join(".") : "";
    return element.tagName.toLowerCase() + (part === "." ? "" : part);
  };
  const place = (element) => {
    const steps = [];
    for (let step = element; step && step !== document.body && steps.length < 3; step = step.parentElement) {
      steps.unshift(name(step));
    }
    return steps.join(" > ");
  };

  // Colours are read back from a canvas, which understands every way of writing them.
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const backdrop = (element) => {
    const layers = [];
    for (let step = element; step; step = step.parentElement) {
      const colour = rgba(getComputedStyle(step).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), rgba(matchMedia("(forced-colors: active)").matches ? "Canvas" : "white"));
  };
  // WCAG 2.2, “relative luminance” and “contrast ratio”.
  const channel = (value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ratio = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !element.closest(".vh, .skip:not(:focus)");

  return {
    /** Texts whose contrast is too low: AAA inside `strict`, AA elsewhere. */
    contrast(strict) {
      const found = new Set();
      const judge = (element, style, text) => {
        const behind = backdrop(element);
        const value = ratio(over(rgba(style.color), behind), behind);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const least = element.closest(strict) ? (isLarge ? 4.5 : 7) : isLarge ? 3 : 4.5;
        if (value < least - 0.005) {
          found.add(`${place(element)}: ${value.toFixed(2)}:1 where ${least}:1 is needed: “${text.trim().slice(0, 40)}”`);
        }
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (text.data.trim() && isShown(text.parentElement)) {
          judge(text.parentElement, getComputedStyle(text.parentElement), text.data);
        }
      }
      for (const input of document.querySelectorAll("input[placeholder]")) {
        if (isShown(input)) judge(input, getComputedStyle(input, "::placeholder"), input.placeholder);
      }
      return [...found];
    },

    /** How much wider than the screen the page is, and what sticks out of it. */
    overflow() {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) return [];
      const scrolls = (element) => {
        for (let step = element.parentElement; step; step = step.parentElement) {
          if (/auto|scroll|hidden|clip/.test(getComputedStyle(step).overflowX)) return true;
        }
        return false;
      };
      const wide = [...document.body.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width && (box.right > width + 0.5 || box.left < -0.5) && !scrolls(element);
      });
      return [`${document.documentElement.scrollWidth} px wide: ${wide.slice(-2).map(place).join("; ")}`];
    },

    /** Text that its own box cuts off. */
    clipped() {
      return [...document.body.querySelectorAll("*")].filter((element) =>
        isShown(element) && element.childNodes.length && !element.closest("svg, select, .tbl")
        && getComputedStyle(element).overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1,
      ).map(place);
    },

    /** Parts that can be focused without a mark that shows it. */
    unfocused() {
      const parts = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
      return parts.filter((part) => {
        if (!part.checkVisibility({ visibilityProperty: true }) || part.disabled) return false;
        part.focus({ focusVisible: true });
        const style = getComputedStyle(part);
        return document.activeElement === part
          && style.outlineStyle !== "auto"
          && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2);
      }).map(place);
    },

    /** Links that paper does not say the whole address of once. */
    unprinted() {
      const links = [...document.querySelectorAll(":is(.body, .notes) a[href]:not([href^='#'])")];
      return links.filter((link) => {
        const added = getComputedStyle(link, "::after").content.replaceAll('" "', "");
        const path = link.getAttribute("href");
        if (link.classList.contains("url")) return added !== "none";
        const origin = path.startsWith("/") ? document.querySelector("main").dataset.origin : "";
        return !added.includes(`(${origin}${path})`);
      }).map(place);
    },

    /** What moves although the reader asked for rest. */
    motion() {
      const running = document.getAnimations().map((animation) => place(animation.effect.target));
      const moving = [document.documentElement, ...document.body.querySelectorAll("*")].filter((element) => {
        const style = getComputedStyle(element);
        return style.scrollBehavior === "smooth" || style.animationName !== "none"
          || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0.01);
      });
      return [...running, ...moving.map(place)];
    },
  };
})()
