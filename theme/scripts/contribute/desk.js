// The desk of a form: drafts, and what is loaded when somebody begins to write: the judge of texts, which is the build's
// own code, what it knows of the playbook, and the ways to hand a text over. What a contributor wrote is set as text.
(function () {
  "use strict";
  const desk = document.querySelector("[data-contribute]");
  if (!desk) {
    return;
  }
  const page = { desk };
  const root = document.body.dataset.root;
  const key = "playbook.draft:" + location.pathname + location.search;
  const sources = new Map();
  let writing = null;
  let search = null;
  window.playbookContribute = page;

  page.find = (selector) => desk.querySelector(selector);

  page.load = (path) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = root + path;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  page.broken = function () {
    desk.classList.add("broken");
    page.find("[data-broken]").hidden = false;
    document.querySelector("[data-by-hand]").open = true;
  };

  // The text of a file as it was written, or nothing where there is none. The scripts hold runs of neighbours: the last
  // that begins at or before the path. They are read one after the other, for each sets the same name.
  page.source = function (path) {
    const number = page.rules.texts.filter((first) => first <= path).length - 1;
    if (number >= 0 && !sources.has(number)) {
      const before = Promise.all(sources.values());
      sources.set(number, before.then(() => page.load("contribute/texts-" + number + ".js")).then(() => window.playbookTexts));
    }
    return (sources.get(number) || Promise.resolve({})).then((texts) => (Object.hasOwn(texts, path) ? texts[path] : ""));
  };

  // Begins when it is known what the form shows.
  page.start = function (begin) {
    page.load("contribute/rules.js").then(() => {
      page.rules = window.playbookRules;
      begin();
    }).catch(page.broken);
  };

  // Does something when the judge is there.
  page.writing = function (work) {
    writing = writing || Promise.all(["contribute/checks.js", desk.dataset.judge, desk.dataset.writing].map(page.load)).then(() => {
      window.playbookMain();
      page.judge = window.playbookJudge(Object.assign({}, page.rules, window.playbookChecks));
    });
    return writing.then(work).catch((problem) => {
      page.broken();
      throw problem;
    });
  };

  // Practices that the search finds for a title.
  page.alike = async function (title) {
    search = search || page.load(document.body.dataset.search).then(() => window.PlaybookSearch.open(root));
    const engine = await search.catch(() => null);
    const found = engine && title.trim() ? await engine.search(title.replace(/["\-:]/g, " "), { limit: 12 }) : { hits: [] };
    return found.hits.filter((hit) => /^practices\/(?!index\.html)/.test(hit.page)).slice(0, 3);
  };

  page.element = function (name, content, attributes) {
    const made = document.createElement(name);
    made.append(...(Array.isArray(content) ? content : [content]));
    Object.entries(attributes || {}).forEach(([one, value]) => made.setAttribute(one, value));
    return made;
  };

  page.word = (name, ...values) => (page.rules.words[name] || name).replace(/\{(\d)\}/g, (place, n) => (n in values ? values[n] : place));

  page.count = (name, n) => page.word(name + (n === 1 ? "-one" : "-other"), n);

  // One line end after the last words. A regular expression would begin anew at each of many blank lines.
  page.endOnce = (text) => {
    let end = text.length;
    while (end > 0 && text[end - 1] === "\n") {
      end -= 1;
    }
    return text.slice(0, end) + "\n";
  };

  // A draft is what the form holds, kept in this browser. A browser may refuse.
  page.recall = function () {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (error) {
      return null;
    }
  };

  page.remember = function (values) {
    try {
      localStorage.setItem(key, JSON.stringify(values));
    } catch (error) {
      notice("noDraft", false);
    }
  };

  function notice(name, clear) {
    page.find("[data-draft-text]").textContent = page.word(name);
    page.find("[data-draft-clear]").hidden = !clear;
    page.find("[data-draft]").hidden = false;
  }

  page.restored = function (clear) {
    notice("draft", true);
    page.find("[data-draft-clear]").addEventListener("click", () => {
      try {
        localStorage.removeItem(key);
      } catch (error) {
        // there was none
      }
      page.writing(() => {
        clear();
        page.calm();
        page.refresh();
      });
      notice("draftGone", false);
      page.find("form :is(input, textarea, select):not(:disabled)").focus();
    });
  };

  desk.addEventListener("focusin", () => { page.writing(() => {}); });

  desk.addEventListener("focusout", (event) => {
    const field = event.target.closest("[data-field]");
    if (field && event.target.value) {
      field.setAttribute("data-touched", "");
    }
  });

  desk.addEventListener("click", (event) => {
    const way = event.target.closest("[data-act]");
    if (way && page.judge) {
      page.handOver(event, way.dataset.act);
    } else if (way) {
      event.preventDefault();
      page.writing(() => page.handOver(event, way.dataset.act));
    }
  });
})();
