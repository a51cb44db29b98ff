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
  const KEY = "playbook.draft:";
  const place = location.pathname + location.search;
  const folder = location.pathname.replace(/[^/]*$/, "");
  const tab = Math.random().toString(36).slice(2);
  const sources = new Map();
  let writing = null;
  let search = null;
  // the draft of this tab, when it was written, what it holds; and what needs none
  let mine = "";
  let at = 0;
  let kept = "";
  let settled = "";
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
      // an attempt may be at a practice that is a draft here: both go off together
      if (desk.dataset.folder === "attempts") {
        drafts().map((one) => draft(one).file).filter((file) => file && !file.exists && file.path.startsWith("practices/")).forEach((file) => page.rules.practices.push([file.path.slice(10, -3), file.title, []]));
      }
      begin();
    }).catch(page.broken);
  };

  // Does something when the judge is there.
  page.writing = function (work) {
    writing = writing || Promise.all(["contribute/checks.js", desk.dataset.judge, desk.dataset.send, desk.dataset.writing].map(page.load)).then(() => {
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

  page.word = (name, ...values) => playbookSay.filled(page.rules.words[name] || name, ...values);

  page.count = (name, n) => playbookSay.counted((form) => page.rules.words[`${name}-${form}`], n);

  // One line end after the last words. A regular expression would begin anew at each of many blank lines.
  page.endOnce = (text) => {
    let end = text.length;
    while (end > 0 && text[end - 1] === "\n") {
      end -= 1;
    }
    return text.slice(0, end) + "\n";
  };

  // A draft is what the form holds, kept in this browser for each tab apart: under the form's address and a number. A
  // browser may refuse.
  page.stored = function (work) {
    try {
      return work();
    } catch (error) {
      return null;
    }
  };

  const draft = (one) => page.stored(() => JSON.parse(localStorage.getItem(one)));
  // Those of all forms of this playbook, the newest first.
  const drafts = () => (page.stored(() => Object.keys(localStorage)) || []).filter((one) => one.startsWith(KEY + folder) && draft(one)).sort((one, other) => draft(other).at - draft(one).at);

  function listDrafts() {
    const others = drafts().filter((one) => one !== mine);
    page.find("[data-drafts]").hidden = others.length === 0;
    page.find("[data-drafts] ul").replaceChildren(...others.map((one) => {
      const link = page.element("a", draft(one).title, { href: one.slice(KEY.length) });
      const button = page.element("button", page.word("throwAway"), { type: "button", class: "plain-button" });
      button.addEventListener("click", () => {
        const gone = localStorage.getItem(one);
        localStorage.removeItem(one);
        listDrafts();
        notice("draftGone", "undo", () => {
          localStorage.setItem(one, gone);
          listDrafts();
        });
      });
      return page.element("li", [link, " " + new Date(draft(one).at).toLocaleString(document.documentElement.lang) + " ", button]);
    }));
  }

  // What this tab wrote, what the address names, or the only one that there is.
  page.recall = function () {
    const here = drafts().filter((one) => one.startsWith(KEY + place + "#"));
    mine = [KEY + place + location.hash, page.stored(() => sessionStorage.getItem(KEY + place))].find((one) => here.includes(one)) || (here.length === 1 ? here[0] : "");
    listDrafts();
    if (!mine) {
      return null;
    }
    at = draft(mine).at;
    kept = JSON.stringify(draft(mine).values);
    return draft(mine).values;
  };

  // What needs no draft: an empty form, what was thrown away or handed over.
  page.settle = (values) => { settled = JSON.stringify(values); };

  // With the file that it makes, where that is whole; a page that is left may not know yet.
  page.remember = function (values, title, file) {
    const text = JSON.stringify(values);
    if (text === settled) {
      return;
    }
    settled = "";
    try {
      const there = mine && draft(mine);
      if (there && text === kept && (file === undefined || JSON.stringify(there.file) === JSON.stringify(file))) {
        return;
      }
      if (there && there.by !== tab && there.at !== at) {
        mine = "";
        notice("twoTabs");
      }
      if (!mine) {
        mine = KEY + place + "#draft=" + Math.random().toString(36).slice(2);
        history.replaceState(null, "", place);
      }
      at = Date.now();
      kept = text;
      localStorage.setItem(mine, JSON.stringify({ by: tab, at, title: document.querySelector("h1").textContent + ": " + title, values, file }));
      sessionStorage.setItem(KEY + place, mine);
      listDrafts();
    } catch (error) {
      notice("noDraft");
    }
  };

  // Takes the draft away; what the form holds now needs none.
  page.forget = function () {
    page.stored(() => localStorage.removeItem(mine));
    mine = "";
    page.settle(page.held());
  };

  function notice(name, action, work) {
    const button = page.find("[data-draft-clear]");
    page.find("[data-draft-text]").textContent = page.word(name);
    button.hidden = !action;
    button.textContent = action ? page.word(action) : "";
    button.onclick = work || null;
    page.find("[data-draft]").hidden = false;
  }

  page.restored = function (clear, back) {
    notice("draft", "draftClear", () => {
      const values = page.held();
      page.writing(() => {
        clear();
        page.forget();
        page.calm();
        page.refresh();
      });
      notice("draftGone", "undo", () => page.writing(() => {
        back(values);
        page.refresh();
        page.restored(clear, back);
      }));
      page.find("form :is(input, textarea, select):not(:disabled)").focus();
    });
  };

  window.addEventListener("hashchange", () => location.hash.startsWith("#draft=") && location.reload());
  window.addEventListener("pagehide", () => page.keep && page.keep());
  document.addEventListener("visibilitychange", () => document.hidden && page.keep && page.keep());

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
