// A new text, or one of the playbook as its contributors wrote it: in fields, or as a whole.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const folder = page.desk.dataset.folder;
  const asked = new URLSearchParams(location.search);
  const area = page.find("#f-text");
  const others = {};
  let original = "";
  let base = "";
  let whole = false;

  const lines = (text) => text.replace(/\r\n?/g, "\n").trimEnd();

  // What the form holds, as a file.
  function made() {
    if (page.path) {
      const text = whole ? ends(area.value) : page.judge.written({ path: page.path, text: base, sections: page.sections(), values: page.read() }).text;
      return { path: page.path, name: page.path.replace(/^.*\//, ""), text, exists: true };
    }
    const values = page.read();
    if (folder === "attempts" && !values.shared_by.trim()) {
      values.shared_by = "anonymous";
    }
    const written = page.judge.written({ folder, sections: page.sections(), values });
    return { path: written.path, name: written.path.replace(/^.*\//, ""), text: isBlank(values) ? "" : written.text, nameless: written.nameless };
  }

  // A box for text knows one kind of line end only.
  const ends = (text) => (original.includes("\r\n") ? text.replace(/\n/g, "\r\n") : text);

  const isBlank = (values) => ["title", "summary", "lesson"].concat(page.sections().map((one) => one.field)).every((name) => !(values[name] || "").trim());

  page.refresh = function () {
    if (page.path && !original) {
      return;
    }
    const file = made();
    const verdict = Object.assign({ findings: [], needs: [], preview: "" }, page.judge.verdict({ path: file.path || folder + "/new.md", text: file.text || "---\n---\n", fresh: !page.path && Boolean(file.path), today: playbookSay.day(new Date()), sections: whole ? [] : page.sections(), texts: others }));
    verdict.needs.filter((path) => !(path in others)).forEach((path) => page.source(path).then((text) => {
      others[path] = text;
      page.refresh();
    }, () => { others[path] = ""; }));
    if (file.nameless) {
      verdict.findings.push({ code: "title-name", error: true, field: "title", message: page.word(file.nameless), label: "", remedy: "" });
    }
    file.title = page.path ? "" : page.read().title;
    file.unread = !verdict.preview;
    file.unchanged = Boolean(page.path) && file.text === original;
    page.keep(file.path && verdict.findings.every((finding) => !finding.error) ? { path: file.path, text: file.text, exists: file.exists, title: file.title } : null);
    page.lengths();
    page.show(file, verdict);
  };

  page.held = () => (page.path ? { text: made().text } : page.read());

  // Keeps what the form holds, as soon as it holds something of the writer's.
  page.keep = function (file) {
    if (page.path ? original && page.judge : page.rules) {
      page.remember(page.held(), page.path || page.read().title, file);
    }
  };

  // Puts a text into the fields, if they can be told apart, else shows it as a whole.
  page.fill = function (text) {
    const read = whole && page.path ? {} : page.judge.fields({ path: page.path || folder + "/new.md", text, sections: page.sections() });
    base = text;
    area && (area.value = text);
    if (read.values && page.sections().length) {
      page.write(read.values);
    } else if (page.path) {
      show(true);
    }
  };

  function show(all) {
    whole = all;
    page.find("[data-fields]").hidden = all;
    page.find('[data-field="text"]').hidden = !all;
    page.desk.querySelectorAll("[data-as]").forEach((button) => button.setAttribute("aria-pressed", (button.dataset.as === "text") === all));
  }

  function change(event) {
    const button = event.target.closest("[data-as]");
    if (!button) {
      return;
    }
    const text = made().text;
    show(button.dataset.as === "text");
    page.fill(text);
    page.refresh();
  }

  function open(text) {
    const fields = page.find('template[data-fields-of="' + page.path.split("/")[0] + '"]');
    original = text;
    if (fields) {
      page.find("[data-fields]").append(fields.content.cloneNode(true));
    }
    page.find("[data-ways]").hidden = !fields;
    page.listen();
    page.find("[data-ways]").addEventListener("click", change);
    const draft = page.recall();
    const kept = draft && typeof draft.text === "string" && lines(draft.text) !== lines(original);
    page.settle({ text: original });
    page.writing(() => {
      show(!fields);
      page.fill(kept ? draft.text : original);
      if (kept) {
        page.restored(() => page.fill(original), (values) => page.fill(values.text));
      }
      page.refresh();
    });
  }

  function none() {
    page.desk.classList.add("without");
    if (page.path) {
      const says = page.find(".none p");
      says.textContent = page.word("gone", page.path) + " " + says.textContent;
    }
  }

  page.start(() => {
    if (page.desk.dataset.contribute === "change") {
      page.path = asked.get("file") || "";
      page.find("[data-path]").textContent = page.path;
      (page.path ? page.source(page.path) : Promise.resolve("")).then((text) => (text ? open(text) : none())).catch(page.broken);
      return;
    }
    const draft = page.recall();
    const fresh = folder === "attempts" && asked.has("practice") ? { practices: asked.getAll("practice").map((practice) => ({ practice })) } : {};
    const notes = Object.fromEntries(new URLSearchParams(location.hash.startsWith("#notes:") ? location.hash.slice(7) : ""));
    const begun = draft || (notes.happened && { ...fresh, when: notes.when || "" });
    page.listen();
    page.write(fresh);
    page.settle(page.read());
    if (begun) {
      const told = begun.happened || "";
      page.write({ ...begun, happened: notes.happened && !told.includes(notes.happened) ? (told && told + "\n\n") + notes.happened : told });
      if (draft) {
        page.restored(() => page.write(fresh), page.write);
      }
      page.writing(page.refresh);
    }
  });
})();
