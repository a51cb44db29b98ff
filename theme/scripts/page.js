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
    tools.querySelector("[data-theme-button]").addEventListener("click", () => {
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
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
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

  // A copy on a disk says by the reader's own calendar how old it is; the date itself always stands beside it.
  function age() {
    const note = document.querySelector("[data-as-of]");
    const days = note && Math.floor((Date.now() - Date.parse(note.dataset.asOf)) / 86400000);
    if (!note || /^https?:$/.test(location.protocol) || !(days >= 0)) {
      return;
    }
    const [unit, length] = days < 60 ? ["day", 1] : days < 730 ? ["month", 30.44] : ["year", 365.25];
    const words = new Intl.RelativeTimeFormat(root.lang, { numeric: "auto" });
    const ago = words.format(-Math.floor(days / length), unit);
    note.querySelector("span").textContent = note.dataset.age.replace("{0}", ago);
    note.hidden = false;
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

  // The search is loaded when a reader first wants it: by the button, by "/" or by Ctrl or Cmd and K.
  let search = null;

  function loadSearch() {
    search = search || new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = document.body.dataset.root + document.body.dataset.search;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
    return search;
  }

  const plain = (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

  function open(event) {
    event.preventDefault();
    loadSearch().then(() => PlaybookSearch.openDialog(), () => { location.href = find.href; });
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
    find.addEventListener("focus", () => loadSearch().catch(() => {}));
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
      loadSearch().then(() => PlaybookSearch.openPage(), () => {
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

  // What a reader keeps stays in this browser. One that keeps nothing follows the link, which has it in the address.
  function keep(links) {
    const key = `playbook.kept:${new URL(document.body.dataset.root || ".", location.href).pathname}`;
    const all = () => JSON.parse(localStorage.getItem(key)) || [];
    links.forEach((link) => {
      const { keep: name, kept } = link.dataset;
      const words = [link.textContent, kept];
      const show = () => { link.textContent = words[Number(all().includes(name))]; };
      link.addEventListener("click", (event) => {
        try {
          localStorage.setItem(key, JSON.stringify(all().includes(name) ? all().filter((one) => one !== name) : [...all(), name]));
          show();
          event.preventDefault();
        } catch (error) {
          // it leads to the list
        }
      });
      try {
        show();
        link.setAttribute("role", "button");
      } catch (error) {
        // it stays a link
      }
    });
  }

  // A word of the glossary opens its meaning in place: by touch, key or pointer. A browser that cannot follows the link.
  function terms() {
    const box = document.createElement("span");
    const way = document.querySelector(".foot a[href$='glossary.html']");
    let last = null;
    let closed = 0;
    if (!box.showPopover) {
      return;
    }
    Object.assign(box, { popover: "auto", className: "meaning no-print", tabIndex: -1, role: "dialog" });
    box.addEventListener("beforetoggle", (event) => {
      closed = event.newState === "closed" ? event.timeStamp : 0;
      last.ariaExpanded = !closed;
    });
    document.addEventListener("click", (event) => {
      const term = event.target.closest("a.term");
      if (!term || !plain(event)) {
        return;
      }
      event.preventDefault();
      // a browser closes it before it tells of the click that closed it
      if (term === last && event.timeStamp - closed < 300) {
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
      const above = at.bottom + height > innerHeight && at.top > height;
      box.style.left = `${Math.max(8, Math.min(at.left, root.clientWidth - width - 8)) + scrollX}px`;
      box.style.top = `${(above ? at.top - height : at.bottom) + scrollY}px`;
      box.focus({ preventScroll: true });
    });
  }

  window.playbookKeep = keep;

  themeButton();
  keep(document.querySelectorAll("a[data-keep]"));
  showArea();
  searches();
  follow();
  showHere();
  due();
  age();
  forms();
  printButtons();
  manifest();
  terms();
  runningTitle();
})();
