// Asks the server for the next change and loads the page again when there is one. The place on the page is kept by the
// browser.
var playbookServe = (function () {
  "use strict";
  var own = document.currentScript;
  var version = Number(own.getAttribute("data-version"));

  function ask() {
    var script = document.createElement("script");
    script.src = "/-/changed.js?since=" + version + "&at=" + Date.now();
    script.onerror = function () {
      script.remove();
      setTimeout(ask, 1000);
    };
    script.onload = function () {
      script.remove();
    };
    document.head.appendChild(script);
  }

  // not before the page is complete: the browser would take it as loading for as long as the answer is held back
  if (document.readyState === "complete") {
    ask();
  } else {
    window.addEventListener("load", ask);
  }

  return {
    is: function (number) {
      if (number !== version) {
        location.reload();
      } else {
        ask();
      }
    }
  };
})();
