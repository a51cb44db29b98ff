// The meaning of a word of the glossary, beside the word: by touch, key or pointer.
window.playbookTerm = (() => {
  "use strict";

  const box = document.createElement("span");
  const way = document.querySelector(".foot a[href$='glossary.html']");
  let last = null;
  let pressed = null; // the word whose open meaning a pointer is about to close
  Object.assign(box, { popover: "auto", className: "meaning no-print", tabIndex: -1, role: "dialog" });
  box.addEventListener("beforetoggle", (event) => {
    last.setAttribute("aria-expanded", event.newState === "open");
  });

  box.addEventListener("focusout", (event) => event.relatedTarget && !box.contains(event.relatedTarget) && box.hidePopover());

  // a browser closes it before it tells of the click that closed it
  addEventListener("pointerdown", () => { pressed = box.matches(":popover-open") ? last : null; }, true);
  addEventListener("keydown", () => { pressed = null; }, true);

  return (term) => {
    if (term === pressed) {
      pressed = null;
      return;
    }
    const link = document.createElement("a");
    link.href = term.href;
    link.textContent = (way || term).textContent;
    box.replaceChildren(term.title, " ", link);
    box.setAttribute("aria-label", term.textContent);
    last = term;
    term.after(box);
    box.showPopover();
    const at = term.getClientRects()[0];
    const { offsetWidth: width, offsetHeight: height } = box;
    // with the margins of the box
    const room = height + 12;
    const above = at.bottom + room > innerHeight && at.top > room;
    const side = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    box.style.left = `${side + scrollX}px`;
    box.style.top = `${(above ? at.top - room : at.bottom) + scrollY}px`;
    box.focus({ preventScroll: true });
  };
})();
