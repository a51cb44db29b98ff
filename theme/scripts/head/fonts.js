// Before the page is laid out: ask for the fonts that nearly every page uses. A style sheet asks later, and a font that comes late
// is not shown on that page (font-display: optional), so a playbook on a disk would hardly ever have shown them. Italics
// come when the page is there: the next one has them. Nearly every page in another language than English has letters that
// lie in a second file; where one comes late it is shown all the same (swap), for a word half in another face is ugly.
(() => {
  "use strict";

  const first = /^en\b/i.test(document.documentElement.lang) ? /^U\+0+-/i : /^U\+(?:0+|80)-/i;
  const load = (italic) => {
    for (const font of document.fonts || []) {
      if (first.test(font.unicodeRange) && font.display !== "auto" && (font.style === "italic") === italic) {
        font.load().catch(() => {
          // the fallback is as legible
        });
      }
    }
  };
  load(false);
  addEventListener("load", () => load(true));
})();
