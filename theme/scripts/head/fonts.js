// Before the page is laid out: ask for the fonts that nearly every page uses. A style sheet asks later, and a font that comes late
// is not shown on that page (font-display: optional), so a playbook on a disk would hardly ever have shown them. Italics
// come when the page is there: the next one has them.
(() => {
  "use strict";

  const load = (italic) => {
    for (const font of document.fonts || []) {
      if (/^U\+0+-/i.test(font.unicodeRange) && font.display === "optional" && (font.style === "italic") === italic) {
        font.load().catch(() => {
          // the fallback is as legible
        });
      }
    }
  };
  load(false);
  addEventListener("load", () => load(true));
})();
