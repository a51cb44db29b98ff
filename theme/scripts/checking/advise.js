// What would help readers to find, choose and trust an entry: the build's advice on whole texts.
(function () {
  "use strict";
  const page = window.playbookContribute;

  function count(text) { return text.trim() ? text.trim().split(/\s+/).length : 0; }

  function isContent(block) { return block.kind !== "reference" && !(block.kind === "heading" && block.depth === 0); }

  function filled(section) { return section.blocks.some(isContent); }

  function kindOf(heading) {
    const plain = heading.toLowerCase().replace(/’/g, "'").trim().replace(new RegExp(page.rules.patterns.ends, "u"), "");
    return Object.keys(page.rules.headings).find(function (kind) { return page.rules.headings[kind].indexOf(plain) >= 0; }) || "";
  }

  function ofAttempt(heading) {
    return page.rules.sections.attempts.findIndex(function (name) { return name.toLowerCase() === heading.toLowerCase(); });
  }

  // Edits from one word to another: letters put in, left out, changed, or two neighbours swapped.
  function distance(a, b) {
    const rows = [];
    for (let i = 0; i <= a.length; i++) {
      rows.push([i]);
      for (let j = 1; j <= b.length; j++) {
        rows[i].push(i === 0 ? j : Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length][b.length];
  }

  // The usual heading that was probably meant.
  function meant(heading, known) {
    const written = heading.toLowerCase();
    const reach = heading.length < page.rules.limits.longGuess ? 1 : 2;
    return known.slice().sort().map(function (name) { return [distance(written, name), name]; }).filter(function (near) {
      return near[0] > 0 && near[0] <= reach;
    }).sort(function (a, b) { return a[0] - b[0]; }).map(function (near) { return near[1][0].toUpperCase() + near[1].slice(1); })[0];
  }

  function each(sections, folder, blocks, tell) {
    const rules = page.rules;
    const practice = folder === "practices";
    const known = practice ? Object.values(rules.headings).map(function (names) { return names[0]; })
      : rules.sections.attempts.map(function (name) { return name.toLowerCase(); });
    const notes = blocks.some(function (block) { return block.kind === "note"; });
    const seen = [];
    sections.forEach(function (section, i) {
      if (section.heading === null) {
        return;
      }
      const kind = practice ? kindOf(section.heading) : "";
      if (kind && seen.indexOf(kind) >= 0) {
        tell(section.line, "section-twice", section.heading);
      }
      seen.push(kind);
      // notes stand at the end of the page
      if (!filled(section) && !(notes && i === sections.length - 1)) {
        tell(section.line, "section-empty", section.heading);
      }
      const near = !kindOf(section.heading) && section.heading.length >= rules.limits.guess && known.indexOf(section.heading.toLowerCase()) < 0 && meant(section.heading, known);
      if (near) {
        tell(section.line, "section-name", section.heading, near);
      }
    });
  }

  // The most that the steps take, in minutes.
  function minutes(section) {
    const pattern = new RegExp(page.rules.patterns.minutes, "u");
    return section.blocks.filter(function (block) { return block.kind === "item" && block.depth === 0; }).reduce(function (sum, item) {
      const found = pattern.exec(page.plain(item.text));
      const hours = found && found[3][0] === "h";
      return sum + (found ? Math.round((found[2] || found[1]).replace(",", ".") * (hours ? page.rules.units.h[0] : 1)) + (hours ? Number(found[4] || 0) : 0) : 0);
    }, 0);
  }

  function whole(sections, values, tell, add) {
    const of = function (kind) { return sections.find(function (section) { return section.heading !== null && kindOf(section.heading) === kind; }); };
    const what = of("what");
    if (!what) {
      add("what-missing" + (sections.some(function (section) { return section.heading !== null && kindOf(section.heading); }) ? "" : ":none"), "what");
      return;
    }
    if (!of("when")) {
      add("when-missing", "when");
    }
    if (what.blocks.some(function (block) { return block.kind === "html"; })) {
      return;
    }
    if (filled(what) && !what.blocks.some(function (block) { return block.kind === "item" && block.depth === 0; })) {
      tell(what.line, "steps-list");
    }
    const time = values.time ? page.time(values.time) : "";
    const most = /(\d+) (min|h)$/.exec(time);
    const sum = minutes(what);
    if (most && sum > most[1] * (most[2] === "h" ? page.rules.units.h[0] : 1)) {
      add("time-sum", "time", sum, time);
    }
  }

  function headings(blocks, body, tell) {
    let before = 1;
    blocks.forEach(function (block) {
      if (block.kind !== "heading") {
        return;
      }
      if (block.level > before + 1 && before === 1) {
        tell(block.line, "heading-level:first", block.level);
      } else if (block.level > before + 1) {
        tell(block.line, "heading-level", before, block.level, "#".repeat(before + 1));
      }
      before = block.level;
    });
    body.split("\n").forEach(function (line, i) {
      const bold = new RegExp(page.rules.patterns.bold, "u").exec(line);
      if (bold && (kindOf(bold[1].trim()) || ofAttempt(bold[1].trim()) >= 0)) {
        tell(i, "heading-bold", bold[1].trim());
      }
    });
  }

  function placeholders(values, body, tell, add) {
    const flat = function (value) { return typeof value === "object" && value ? Object.values(value).map(flat).join("\n") : String(value || ""); };
    page.rules.phrases.forEach(function (phrase) {
      const at = body.indexOf(phrase);
      const key = Object.keys(values).find(function (one) { return flat(values[one]).indexOf(phrase) >= 0; });
      if (key) {
        add("placeholder:phrase", key, phrase);
      } else if (at >= 0) {
        tell(body.slice(0, at).split("\n").length - 1, "placeholder:phrase", phrase);
      }
    });
    const key = values.summary ? "summary" : "lesson";
    if (values[key] && new RegExp("^(?:" + page.rules.patterns.summary + ")$", "iu").test(values[key])) {
      add("placeholder:phrase", key, values[key]);
    }
  }

  function fields(values, add) {
    const terms = Object.keys(page.rules.terms);
    const credit = ["authors", "sources"];
    const empty = function (key) { return values[key].length === 0; };
    const told = function (keys) { return keys.every(function (key) { return values[key] !== undefined; }) ? keys.filter(empty) : []; };
    const missing = told(terms);
    const unknown = told(credit);
    if (missing.length) {
      add("terms-missing:" + missing.join(","), missing[0]);
    }
    if (unknown.length) {
      add("credit-missing:" + (unknown[1] ? "both" : unknown[0]), unknown[0]);
    }
  }

  function lessons(sections, values, add) {
    const lesson = values.lesson;
    const bare = function (text) { return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim(); };
    if (lesson && values.title && bare(lesson) === bare(values.title)) {
      add("lesson-thin:title", "lesson");
    } else if (lesson && count(lesson) < page.rules.limits.fewestWords && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(lesson)) {
      add("lesson-thin:short", "lesson", lesson);
    }
    ["setting", "shared_by"].forEach(function (key) {
      if (values[key] === "") {
        add(key === "setting" ? "setting-missing" : "sharer-missing", key);
      }
    });
    const numbers = sections.filter(function (section) { return section.heading !== null; }).map(function (section) { return ofAttempt(section.heading); });
    const told = sections.filter(filled).map(function (section) { return section.heading === null ? -1 : ofAttempt(section.heading); });
    if (told.indexOf(1) >= 0 && numbers.indexOf(-1) < 0 && !told.some(function (number) { return number > 1; })) {
      add("learning-missing", "why");
    }
  }

  function steps(values, add) {
    const seen = [];
    const rules = page.rules;
    if (values.steps.length < rules.limits.fewestSteps || values.steps.length > rules.limits.mostSteps) {
      add("steps-number", "steps", values.steps.length);
    }
    values.steps.forEach(function (step) {
      if (!step.practice) {
        add("step-practice", "steps");
        return;
      }
      if (rules.drafts.indexOf(step.practice) >= 0) {
        add("step-draft", "steps", step.practice);
      }
      if (seen.indexOf(step.practice) >= 0) {
        add("step-twice", "steps", step.practice);
      }
      if (!step.why) {
        add("step-why", "steps");
      }
      seen.push(step.practice);
    });
  }

  // What is said whether the rest can be read or not.
  page.adviseAlways = function (slug, values, add) {
    const live = values.state === "retired" ? false : values.state === undefined ? undefined : true;
    if (values.replaced_by && values.replaced_by === slug) {
      add("replaced-self", "replaced_by");
    }
    if (live && values.replaced_by) {
      add("replaced-live", "replaced_by");
    }
    if (live === false && values.replaced_by === "") {
      add("retired-alone", "state");
    }
    if (values.follows && values.follows === slug) {
      add("follows-itself", "follows");
    }
    (values.lesson === undefined ? [] : values.practices || []).forEach(function (name) {
      if (page.rules.drafts.indexOf(name) >= 0) {
        add("attempt-draft", "practices", name);
      }
    });
    if (Array.isArray(values.steps)) {
      steps(values, add);
    }
  };

  // What could be better at an entry that can be read as it is meant. Tell is for what stands in a line, add for the rest.
  page.advise = function (folder, slug, values, blocks, body, toAttempt, tell, add) {
    const sections = page.sections(blocks);
    const state = page.rules.choices.state.indexOf(values.state) > 0 ? values.state : values.state === undefined ? undefined : "live";
    const practice = folder === "practices";
    const stub = !blocks.some(function (block) { return block.kind !== "reference" && block.kind !== "html"; });
    if (folder === "pages" || practice && state === undefined) {
      return;
    }
    headings(blocks, body, tell);
    if (state !== "draft") {
      placeholders(values, body, tell, add);
    }
    if (practice && state === "live" && !stub) {
      fields(values, add);
      each(sections, folder, blocks, tell);
      whole(sections, values, tell, add);
    }
    if (practice && state === "live" && !toAttempt) {
      sections.filter(function (section) { return section.heading !== null && kindOf(section.heading) === "story"; }).forEach(function (section) {
        const story = page.words(section.blocks);
        if (count(story) >= page.rules.limits.story && !new RegExp(page.rules.patterns.learnt, "i").test(story)) {
          tell(section.line, "story-learning");
        }
      });
    }
    if (practice && state !== "retired" && values.title && values.summary) {
      page.alike(slug, values, page.words(blocks), add);
    }
    if (folder === "attempts") {
      each(sections, folder, blocks, tell);
      lessons(sections, values, add);
    }
  };
})();
