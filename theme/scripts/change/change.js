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
  let waiting = 0;

  function scalar(text) {
    const value = text.trim();
    if (/^"(?:[^"\\]|\\.)*"$/.test(value)) {
      try {
        return JSON.parse(value);
      } catch (error) {
        return undefined;
      }
    }
    if (/^'(?:[^']|'')*'$/.test(value)) {
      return value.slice(1, -1).replace(/''/g, "'");
    }
    return /^["'[{|>&*!%@\x60]/.test(value) ? undefined : value.replace(/\s#.*$/, "").replace(/^(?:~|null)$/, "");
  }

  function list(text) {
    const inside = /^\[([^\][{}"']*)\]$/.exec(text.trim());
    return inside ? inside[1].split(",").map(function (item) { return item.trim(); }).filter(Boolean) : undefined;
  }

  // The keys and values that can be told without a whole reader of YAML; of the others nothing is said.
  function fields(front, keys, problem) {
    const values = {};
    keys.forEach(function (key) { values[key] = ""; });
    let open = "";
    front.split("\n").forEach(function (line) {
      const found = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
      const item = /^\s*- +(.*)$/.exec(line);
      if (found) {
        const text = found[2] || "";
        open = text ? "" : found[1];
        if (keys.indexOf(found[1]) < 0) {
          problem("unknown-key", found[1]);
        } else if (/^[^"'[{|>#].*:(\s|$)/.test(text)) {
          problem("colon", "");
          values[found[1]] = undefined;
        } else {
          values[found[1]] = /^\[/.test(text) ? list(text) : scalar(text);
        }
      } else if (open && item && !/:(\s|$)/.test(item[1])) {
        const value = scalar(item[1]);
        values[open] = Array.isArray(values[open]) || values[open] === "" ? (values[open] || []).concat(value === undefined ? [] : value) : undefined;
      } else if (open && line.trim()) {
        values[open] = undefined;
      }
    });
    return values;
  }

  function asList(value) {
    return typeof value === "string" ? value.split(",").map(function (word) { return word.trim(); }).filter(Boolean) : value;
  }

  function read(text) {
    const folder = path.split("/")[0];
    const cut = /^\s*---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$\n?/m.exec(text);
    const keys = page.rules.keys[folder];
    const problems = [];
    const problem = function (code, written) {
      const says = page.rules.says[code];
      problems.push({ code: code, field: "text", error: says[0], text: says[1].replace("{0}", written), remedy: says[3].replace("{0}", written) });
    };
    if (!keys) {
      return { title: path, summary: "", body: text, problems: problems };
    }
    if (!cut && folder !== "pages") {
      problem("fence-missing", "");
      return { title: path, summary: "", body: text, problems: problems };
    }
    const values = fields(cut ? cut[1] : "", keys, problem);
    const body = cut ? text.slice(cut.index + cut[0].length) : text;
    ["challenges", "roles", "phases", "leverage", "practices"].forEach(function (key) { values[key] = asList(values[key]); });
    delete values.related;
    delete values.sources;
    const found = page.check(path, values, [{ field: "text", text: body }], false);
    found.forEach(function (one) { one.field = "text"; });
    const title = values.title || (/^# +(.*)$/m.exec(body) || [])[1] || path;
    return { title: title, summary: values.summary || values.lesson || "", body: body, problems: problems.concat(found) };
  }

  page.refresh = function () {
    const text = page.clean(area.value).replace(/\n*$/, "\n");
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

  // The scripts hold runs of neighbours: the last that begins at or before the path.
  function part() {
    const firsts = page.rules.texts;
    let found = -1;
    firsts.forEach(function (first, i) { found = first <= path ? i : found; });
    return found;
  }

  function open(text) {
    original = text.replace(/\r\n?/g, "\n").replace(/\n*$/, "\n");
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

  function nothing() {
    page.desk.classList.add("without");
  }

  page.find("[data-path]").textContent = path;
  page.start(function () {
    const number = path ? part() : -1;
    if (number < 0) {
      nothing();
      return;
    }
    page.load("contribute/texts-" + number + ".js", function () {
      const texts = window.playbookTexts || {};
      if (Object.hasOwn(texts, path)) {
        open(texts[path]);
      } else {
        nothing();
      }
    });
  });
})();
