// A text of the playbook as its contributors wrote it, to be changed by hand.
(function () {
  "use strict";
  const page = window.playbookContribute;
  if (!page) {
    return;
  }
  const form = page.find("form");
  const area = page.find("#f-text");
  const path = new URLSearchParams(location.search).get("file") || "";
  let original = "";
  let opened = false;
  let waiting = 0;

  function read(text) {
    const folder = path.split("/")[0];
    if (!page.rules.keys[folder]) {
      return { title: path, summary: "", body: text, problems: [], unread: true };
    }
    const entry = page.entry(path, text);
    const values = entry.values;
    const problems = [];
    entry.problems.forEach(function (problem) {
      const says = page.rules.says[problem[0]];
      const words = problem.slice(1);
      problems.push({ code: problem[0].split(":")[0], error: says[0], text: page.fill(says[1], words), remedy: page.fill(says[3], words), line: problem[3] });
    });
    if (folder === "attempts") {
      values.sources = values.source && [values.source];
    }
    const found = page.check(path, values, [{ field: "text", text: entry.body, line: 0 }], entry.body, false, entry);
    found.forEach(function (one) { one.line = one.line === undefined ? entry.lines[one.field] : entry.bodyLine + one.line; });
    const all = problems.concat(found).sort(function (a, b) { return (a.line || 0) - (b.line || 0); });
    all.forEach(function (one) { one.field = "text"; });
    const title = values.title || (/^# +(.*)$/m.exec(entry.body) || [])[1] || path;
    return { title: title, summary: values.summary || values.lesson || "", body: entry.body, problems: all, unread: entry.unread };
  }

  page.refresh = function () {
    if (!opened) {
      begin();
      return;
    }
    const text = page.endOnce(page.clean(area.value));
    const made = read(text);
    made.exists = true;
    made.path = path;
    made.name = path.replace(/^.*\//, "");
    made.text = text;
    page.show(made);
    if (text === original) {
      page.find("[data-verdict]").textContent = page.word("unchanged");
    }
  };

  function open(text) {
    original = page.endOnce(text.replace(/\r\n?/g, "\n"));
    const draft = page.recall();
    const kept = draft && typeof draft.text === "string" && page.clean(draft.text) !== original;
    area.value = kept ? draft.text : original;
    if (kept) {
      page.restored(function () { area.value = original; });
    }
    area.addEventListener("input", function () {
      clearTimeout(waiting);
      waiting = setTimeout(function () {
        page.remember({ text: area.value });
        page.writing(page.refresh);
      }, 250);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    page.writing(page.refresh);
  }

  // The text is there, or there is none.
  function begin() {
    const text = path && page.source(path, page.broken);
    opened = Boolean(text);
    if (opened) {
      open(text);
    } else if (text === "") {
      page.desk.classList.add("without");
      if (path) {
        const none = page.find(".none p");
        none.textContent = page.word("gone", path) + " " + none.textContent;
      }
    }
  }

  page.exists = true;
  page.find("[data-path]").textContent = path;
  page.start(begin);
})();
