// Before the page is painted: the reader's own choice of light or dark, kept in this browser.
(() => {
  "use strict";

  const root = document.documentElement;
  try {
    const chosen = localStorage.getItem("playbook.theme");
    if (chosen === "light" || chosen === "dark") {
      root.dataset.theme = chosen;
    }
  } catch (error) {
    // storage may be switched off; the system's choice is as good
  }
  root.classList.add("scripted");
  // a page of the forms is laid out at once for a text that is asked for
  if (/[?&]file=./.test(location.search)) {
    root.classList.add("has-file");
  }
})();
