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

  themeButton();
  follow();
  due();
  printButtons();
  manifest();
})();
