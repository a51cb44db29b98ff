// The desk of a form: drafts, and what is loaded when somebody begins to write: the judge of texts, which is the build's
// own code, what it knows of the playbook, and the ways to hand a text over.
(function () {
  "use strict";
  const desk = document.querySelector("[data-contribute]");
  const page = { desk };
  const drafts = window.playbookDrafts;
  const { element } = drafts;
  const place = location.pathname + location.search;
  const KEY = drafts.keyOf(place);
  const tab = Math.random().toString(36).slice(2);
  const sources = new Map();
  let writing = null;
  // the draft of this tab, when it was written, what it holds; and what needs none
  let mine = "";
  let at = 0;
  let kept = "";
  let settled = "";
  window.playbookContribute = page;

  page.find = (selector) => desk.querySelector(selector);

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
      sources.set(number, before.then(() => playbookLoad("contribute/texts-" + number + ".js")).then(() => window.playbookTexts));
    }
    return (sources.get(number) || Promise.resolve({})).then((texts) => (Object.hasOwn(texts, path) ? texts[path] : ""));
  };

  // Begins when it is known what the form shows.
  page.start = function (begin) {
    playbookLoad("contribute/rules.js").then(() => {
      page.rules = window.playbookRules;
      // an attempt may be at a practice that is a draft here: both go off together
      if (desk.dataset.folder === "attempts") {
        drafts.all().map((draft) => draft.file).filter((file) => file && !file.exists && file.path.startsWith("practices/")).forEach((file) => page.rules.practices.push([file.path.slice(10, -3), file.title, []]));
      }
      begin();
    }).catch(page.broken);
  };

  // Does something when the judge is there.
  page.writing = function (work) {
    writing = writing || Promise.all(["contribute/checks.js", desk.dataset.judge, desk.dataset.send, desk.dataset.writing].map(playbookLoad)).then(() => {
      window.playbookMain();
      page.judge = window.playbookJudge(Object.assign({}, page.rules, window.playbookChecks));
    });
    return writing.then(work).catch((problem) => {
      page.broken();
      throw problem;
    });
  };

  page.word = (name, ...values) => playbookSay.filled(page.rules.words[name] || name, ...values);

  page.titled = (title) => document.querySelector("h1").textContent + ": " + title;

  // A draft is what the form holds, under the form's address and a number.
  function listDrafts() {
    const others = drafts.all().filter(({ key }) => key !== mine);
    page.find("[data-drafts]").hidden = others.length === 0;
    page.find("[data-drafts] ul").replaceChildren(...others.map((draft) => {
      const button = element("button", page.word("throwAway"), { type: "button", class: "plain-button" });
      button.addEventListener("click", () => {
        const gone = localStorage.getItem(draft.key);
        localStorage.removeItem(draft.key);
        listDrafts();
        notice("draftGone", "undo", () => {
          localStorage.setItem(draft.key, gone);
          page.find("[data-draft]").hidden = true;
          listDrafts();
          page.find("[data-drafts] button").focus();
        });
        page.find("[data-draft-clear]").focus();
      });
      return element("li", [drafts.link(draft), " ", drafts.day(draft.at), " ", button]);
    }));
  }

  // What this tab wrote, what the address names, or the only one that there is.
  page.recall = function () {
    const here = drafts.all().filter(({ key }) => key.startsWith(KEY + "#"));
    const known = [KEY + location.hash, drafts.stored(() => sessionStorage.getItem(KEY))];
    const draft = known.map((one) => here.find(({ key }) => key === one)).find(Boolean) || (here.length === 1 && here[0]) || {};
    mine = draft.key || "";
    at = draft.at;
    kept = JSON.stringify(draft.values);
    listDrafts();
    return draft.values;
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
      const there = mine && drafts.read(mine);
      if (there && text === kept && (file === undefined || JSON.stringify(there.file) === JSON.stringify(file))) {
        return;
      }
      if (there && there.by !== tab && there.at !== at) {
        mine = "";
        notice("twoTabs");
      }
      if (!mine) {
        mine = KEY + "#draft=" + Math.random().toString(36).slice(2);
        history.replaceState(null, "", place);
      }
      at = Date.now();
      kept = text;
      localStorage.setItem(mine, JSON.stringify({ by: tab, at, title: page.titled(title), values, file }));
      sessionStorage.setItem(KEY, mine);
      listDrafts();
    } catch (error) {
      notice("noDraft");
    }
  };

  // Takes the draft away; what the form holds now needs none.
  page.forget = function () {
    drafts.stored(() => localStorage.removeItem(mine));
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
