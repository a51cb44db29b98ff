// Small comforts. Every page works without them.
(function () {
  "use strict";

  var root = document.documentElement;

  // Light or dark, by a button that only a script can serve.
  function themeButton() {
    var tools = document.querySelector(".tools");
    var template = document.getElementById("page.theme-button");
    if (!tools || !template) {
      return;
    }
    tools.appendChild(template.content.cloneNode(true));
    var button = tools.querySelector("[data-theme-button]");
    button.addEventListener("click", function () {
      var dark = root.getAttribute("data-theme") === "dark" ||
        (!root.hasAttribute("data-theme") && matchMedia("(prefers-color-scheme: dark)").matches);
      var next = dark ? "light" : "dark";
      root.setAttribute("data-theme", next);
      try {
        localStorage.setItem("playbook.theme", next);
      } catch (error) {
        // it holds for this page
      }
    });
  }

  // Which section of a text is being read.
  function follow() {
    var links = Array.prototype.slice.call(document.querySelectorAll(".contents a[href^='#']"));
    if (links.length === 0 || !("IntersectionObserver" in window)) {
      return;
    }
    var byId = {};
    links.forEach(function (link) {
      byId[decodeURIComponent(link.hash.slice(1))] = link;
    });
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          links.forEach(function (link) { link.removeAttribute("aria-current"); });
          byId[entry.target.id].setAttribute("aria-current", "true");
        }
      });
    }, { rootMargin: "0px 0px -70% 0px" });
    Object.keys(byId).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading) {
        seen.observe(heading);
      }
    });
  }

  // A long list of pages begins where the reader is.
  function showHere() {
    var here = document.querySelector(".tree [aria-current='page']");
    if (!here) {
      return;
    }
    [here.closest("ul"), here.closest("nav")].forEach(function (box) {
      if (box.scrollHeight > box.clientHeight) {
        box.scrollTop = here.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
      }
    });
  }

  // What is due is told by the reader's own calendar.
  function due() {
    var now = new Date();
    var today = now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
    document.querySelectorAll("[data-due]").forEach(function (element) {
      var day = element.getAttribute("data-due");
      if (day && day < today) {
        element.classList.add("is-due");
        var note = element.parentElement.querySelector(".overdue");
        if (note) {
          note.hidden = false;
        }
      }
    });
  }

  function printButtons() {
    document.querySelectorAll("[data-print]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { print(); });
    });
  }

  // A browser refuses a manifest that lies on a disk, and says so in its console.
  function manifest() {
    if (location.protocol !== "http:" && location.protocol !== "https:") {
      return;
    }
    var link = document.createElement("link");
    link.rel = "manifest";
    link.href = document.body.getAttribute("data-root") + "manifest.webmanifest";
    document.head.appendChild(link);
  }

  // The search is loaded when a reader first wants it: by the button, by "/" or by Ctrl or Cmd and K.
  var search = null;

  function loadSearch() {
    search = search || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = document.body.getAttribute("data-root") + document.body.getAttribute("data-search");
      script.onload = done;
      script.onerror = failed;
      document.head.appendChild(script);
    });
    return search;
  }

  function searches() {
    var find = document.querySelector("[data-find]");
    if (!find || !window.HTMLDialogElement) {
      return;
    }
    function open(event) {
      event.preventDefault();
      loadSearch().then(function () { PlaybookSearch.openDialog(); }, function () { location.href = find.href; });
    }
    find.addEventListener("click", function (event) {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
        open(event);
      }
    });
    find.addEventListener("focus", function () { loadSearch().catch(function () {}); });
    document.addEventListener("keydown", function (event) {
      var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      var k = (event.key === "k" || event.key === "K") && (event.ctrlKey || event.metaKey) && !event.altKey;
      var target = event.target;
      var typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (k || (slash && !typing)) {
        open(event);
      }
    });
    if (document.querySelector("[data-search-page]")) {
      loadSearch().then(function () { PlaybookSearch.openPage(); }, function () {
        document.querySelector("[data-search-failed]").hidden = false;
      });
    }
  }

  // Where the areas do not fit side by side the current one is brought into view.
  function showArea() {
    var area = document.querySelector(".areas [aria-current]");
    var row = area && area.closest(".areas");
    if (row && row.scrollWidth > row.clientWidth) {
      row.scrollLeft = area.offsetLeft + area.offsetWidth / 2 - row.clientWidth / 2;
    }
  }

  themeButton();
  showArea();
  searches();
  follow();
  showHere();
  due();
  printButtons();
  manifest();
})();
