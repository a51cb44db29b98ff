// The meaning of a word of the glossary, beside the word: by touch, key or pointer.
window.playbookTerm = (() => {
  "use strict";

  const box = document.createElement("span");
  const way = document.querySelector(".foot a[href$='glossary.html']");
  let last = null;
  let closed = 0;
  Object.assign(box, { popover: "auto", className: "meaning no-print", tabIndex: -1, role: "dialog" });
  box.addEventListener("beforetoggle", (event) => {
    closed = event.newState === "closed" ? event.timeStamp : 0;
    last.ariaExpanded = !closed;
  });

  box.addEventListener("focusout", (event) => event.relatedTarget && !box.contains(event.relatedTarget) && box.hidePopover());

  return (term, when) => {
    // a browser closes it before it tells of the click that closed it
    if (term === last && when - closed < 300) {
      return;
    }
    const link = document.createElement("a");
    link.href = term.href;
    link.textContent = (way || term).textContent;
    box.replaceChildren(term.title, " ", link);
    box.ariaLabel = term.textContent;
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
