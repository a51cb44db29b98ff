// Before the page is painted: the reader's own choice of light or dark, kept in this browser.
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("playbook.theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.setAttribute("data-theme", chosen);
    }
  } catch (error) {
    // storage may be switched off; the system's choice is as good
  }
  document.documentElement.classList.add("scripted");
  // a page of the forms is laid out at once for a text that is asked for
  if (/[?&]file=./.test(location.search)) {
    document.documentElement.classList.add("has-file");
  }
})();
