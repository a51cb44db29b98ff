// Small comforts. Every page works without them.
(() => {
  "use strict";

  const root = document.documentElement;
  const find = document.querySelector("[data-find]");

  // Light or dark, by a button that only a script can serve.
  function themeButton() {
    const tools = document.querySelector(".tools");
    const template = document.getElementById("page.theme-button");
    if (!tools || !template) {
      return;
    }
    tools.append(template.content.cloneNode(true));
    const button = tools.querySelector("[data-theme-button]");
    button.title = button.getAttribute("aria-label");
    button.addEventListener("click", () => {
      const shown = root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      root.dataset.theme = shown === "dark" ? "light" : "dark";
      try {
        localStorage.setItem("playbook.theme", root.dataset.theme);
      } catch (error) {
        // it holds for this page
      }
    });
  }

  // Which section of a text is being read.
  function follow() {
    const links = document.querySelectorAll(".contents a[href^='#']");
    if (links.length === 0) {
      return;
    }
    const byId = {};
    links.forEach((link) => { byId[decodeURIComponent(link.hash.slice(1))] = link; });
    const seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) {
          links.forEach((link) => link.removeAttribute("aria-current"));
          byId[entry.target.id].setAttribute("aria-current", "true");
        }
      }
    }, { rootMargin: "0px 0px -70% 0px" });
    for (const id of Object.keys(byId)) {
      const heading = document.getElementById(id);
      if (heading) {
        seen.observe(heading);
      }
    }
  }

  // A long list of pages begins where the reader is.
  function showHere() {
    const here = document.querySelector(".tree [aria-current='page']");
    if (!here) {
      return;
    }
    for (const box of [here.closest("ul"), here.closest("nav")]) {
      if (box.scrollHeight > box.clientHeight) {
        box.scrollTop = here.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
      }
    }
  }

  // What is due is told by the reader's own calendar.
  function due() {
    const today = playbookSay.day(new Date());
    document.querySelectorAll("[data-due]").forEach((element) => {
      const day = element.dataset.due;
      if (day && day < today) {
        element.classList.add("is-due");
        const note = element.parentElement.querySelector(".overdue");
        if (note) {
          note.hidden = false;
        }
      }
    });
  }

  function age() {
    const note = document.querySelector("[data-as-of]");
    if (note && !/^https?:$/.test(location.protocol)) {
      note.querySelector("span").textContent = playbookSay.age(note);
      note.hidden = !playbookSay.age(note);
    }
  }

  // A page on a disk has no origin, so a browser may hold that no form of it leads to "self" and refuse to send it.
  function forms() {
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (!event.defaultPrevented && form.getAttribute("role") === "search") {
        event.preventDefault();
        const asked = Array.from(new FormData(form)).filter(([, value]) => value !== "");
        location.href = `${form.action.split("?")[0]}?${new URLSearchParams(asked)}`;
      }
    });
  }

  function printButtons() {
    document.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => print());
    });
  }

  // At the top of each sheet stands what it is a sheet of.
  function runningTitle() {
    if (!("adoptedStyleSheets" in document)) {
      return;
    }
    const text = document.title.replace(/[\\"\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @top-left { content: "${text}"; font: 8.5pt system-ui, sans-serif; color: #444; } }`);
    document.adoptedStyleSheets.push(sheet);
  }

  // A browser refuses a manifest that lies on a disk, and says so in its console.
  function manifest() {
    if (!/^https?:$/.test(location.protocol)) {
      return;
    }
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = `${document.body.dataset.root}manifest.webmanifest`;
    document.head.append(link);
  }

  // What is loaded when a reader first wants it: the search by the button, by "/" or by Ctrl or Cmd and K.
  const loaded = {};

  function load(name) {
    loaded[name] = loaded[name] || playbookLoad(document.body.dataset[name]);
    return loaded[name];
  }

  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

  function open(event) {
    event.preventDefault();
    load("search").then(() => PlaybookSearch.openDialog(), () => { location.href = find.href; });
  }

  function searches() {
    if (!find || !window.HTMLDialogElement) {
      return;
    }
    find.addEventListener("click", (event) => {
      if (plain(event)) {
        open(event);
      }
    });
    find.addEventListener("focus", () => load("search").catch(() => {}));
    document.addEventListener("keydown", (event) => {
      const command = event.ctrlKey || event.metaKey;
      const slash = event.key === "/" && !command && !event.altKey;
      const k = /^k$/i.test(event.key) && command && !event.altKey;
      const typing = event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (k || (slash && !typing)) {
        open(event);
      }
    });
    if (document.querySelector("[data-search-page]")) {
      load("search").then(() => PlaybookSearch.openPage(), () => {
        document.querySelector("[data-search-failed]").hidden = false;
      });
    }
  }

  // Where the areas do not fit side by side the current one is brought into view.
  function showArea() {
    const area = document.querySelector(".areas [aria-current]");
    const row = area && area.closest(".areas");
    if (row && row.scrollWidth > row.clientWidth) {
      row.scrollLeft = area.offsetLeft + area.offsetWidth / 2 - row.clientWidth / 2;
    }
  }

  // What a reader keeps stays in this browser, so its link becomes a button. Where nothing can be kept it stays a link, which
  // has the practice in its address.
  const kept = {
    // playbooks that lie side by side have lists of their own
    key: `playbook.kept:${new URL(document.body.dataset.root || ".", location.href).pathname}`,
    all: () => Array.from(JSON.parse(localStorage.getItem(kept.key)) || []),
    show(button) {
      button.textContent = button.dataset[kept.all().includes(button.dataset.keep) ? "kept" : "not"];
      // of many buttons each says which it is
      button.ariaLabel = button.dataset.of ? `${button.textContent}: ${button.dataset.of}` : null;
    },
    buttons(links) {
      links.forEach((link) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = link.className;
        Object.assign(button.dataset, link.dataset, { not: link.textContent });
        // what it says of itself changes, and is said
        button.setAttribute("aria-live", "polite");
        try {
          kept.show(button);
        } catch (error) {
          return;
        }
        button.addEventListener("click", () => {
          const { keep } = button.dataset;
          try {
            const all = kept.all();
            localStorage.setItem(kept.key, JSON.stringify(all.includes(keep) ? all.filter((one) => one !== keep) : [...all, keep]));
            kept.show(button);
          } catch (error) {
            location.href = link.href;
          }
        });
        link.replaceWith(button);
      });
    }
  };

  // in another tab, or on a page that is come back to
  ["storage", "pageshow"].forEach((event) => addEventListener(event, () => document.querySelectorAll("button[data-keep]").forEach(kept.show)));

  // A word of the glossary opens its meaning in place. A browser that cannot do so follows the link.
  document.addEventListener("click", (event) => {
    const term = event.target.closest("a.term");
    if (term && plain(event) && term.showPopover) {
      event.preventDefault();
      load("terms").then(() => playbookTerm(term), () => { location.href = term.href; });
    }
  });

  // The code of a card says in the address what the card says.
  function card() {
    if (location.hash.startsWith("#card=")) {
      playbookLoad("cards/age.js");
    }
  }

  themeButton();
  window.playbookKeep = kept;
  kept.buttons(document.querySelectorAll("a[data-keep]"));
  showArea();
  searches();
  follow();
  showHere();
  due();
  age();
  forms();
  printButtons();
  manifest();
  runningTitle();
  card();
})();
