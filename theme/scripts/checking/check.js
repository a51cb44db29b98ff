// The build's own checks, by the rules that it sends along.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const rules = page.rules;
  const fill = page.fill;

  page.slug = function (text) {
    const kept = new RegExp("^" + rules.patterns.kept + "$", "u");
    const dropped = new RegExp("^" + rules.patterns.dropped + "$");
    let slug = "";
    for (const sign of text.normalize("NFC").toLowerCase()) {
      if (kept.test(sign)) {
        slug += sign;
      } else if (!dropped.test(sign) && slug && !slug.endsWith("-")) {
        slug += "-";
      }
    }
    return slug.replace(/-$/, "");
  };

  function match(pattern, written) {
    return new RegExp("^(?:" + rules.patterns[pattern] + ")$").exec(written);
  }

  function small(written) { return written.trim().toLowerCase().replace(/\u00a0/g, " "); }

  // As the playbook writes a time, or nothing where it is none.
  page.time = function (written) {
    const text = small(written);
    const found = match("time", text);
    const second = found && found[6] && found[6][0];
    const first = found && found[3] ? found[3][0] : second;
    if (text === "ongoing" || !first) {
      return text === "ongoing" ? text : "";
    }
    const number = function (i) { return Number(found[i + 1] ? found[i] + "." + found[i + 1] : found[i]); };
    const units = [rules.units[first], rules.units[found[4] && second || first]];
    const ends = [number(1), found[4] ? number(4) : number(1)];
    const whole = ends[0] % 1 === 0 && ends[1] % 1 === 0 && units[0] === units[1];
    const unit = whole ? units[0] : rules.units.m;
    const spans = ends.map(function (end, i) { return Math.round(end * (unit === units[i] ? 1 : units[i][0])); });
    const low = Math.min(spans[0], spans[1]);
    const high = Math.max(spans[0], spans[1]);
    if (low < 1 || high > 1e6) {
      return "";
    }
    return (low === high ? low : low + "-" + high) + " " + (high === 1 ? unit[1].replace(/(day|week)s/, "$1") : unit[1]);
  };

  // The same of a number of people.
  page.group = function (written) {
    const text = small(written);
    const found = match("group", text);
    if (text === "any" || !found) {
      return text === "any" ? text : "";
    }
    const ends = [Number(found[1]), Number(found[3] || found[1])].sort(function (a, b) { return a - b; });
    if (ends[0] < 1) {
      return "";
    }
    if (found[2]) {
      return ends[0] === 1 ? "any" : ends[0] + "+";
    }
    return ends[0] === ends[1] ? String(ends[0]) : ends[0] + "-" + ends[1];
  };

  function isDate(written, needsMonth) {
    const found = match("date", written.trim());
    if (!found || needsMonth && !found[2]) {
      return false;
    }
    const day = new Date(0);
    const month = Number(found[2] || 1);
    day.setUTCFullYear(Number(found[1]), month - 1, Number(found[3] || 1));
    return day.getUTCMonth() === month - 1 && day.getUTCDate() === Number(found[3] || 1);
  }

  // The problems of an entry, each with the code, the weight and the words that the build has for it. The parts are pieces
  // of the body, each with the line in which it begins; the entry is what was read of a file, if it was one.
  page.check = function (path, values, parts, body, isNew, entry) {
    const folder = path.split("/")[0];
    const found = [];
    const add = function (code, field) {
      const says = rules.says[code];
      const of = Array.prototype.slice.call(arguments, 2);
      if (says) {
        const text = fill(says[1], of) + (says[2] ? " (" + fill(says[2], of) + ")" : "");
        found.push({ code: code.split(":")[0], key: code, field: field, error: says[0], text: text, remedy: fill(says[3], of) });
      }
    };
    const blocks = page.blocks(body);
    const lineOf = function (line) {
      return parts.filter(function (part) { return part.line <= line; }).pop() || parts[0];
    };
    // the same of something that stands in a line of the body
    const tell = function (line, code) {
      const before = found.length;
      add.apply(null, [code, lineOf(line).field].concat(Array.prototype.slice.call(arguments, 2)));
      found.slice(before).forEach(function (one) { one.line = line; });
    };
    const given = function (key) { return values[key] !== undefined && values[key].length > 0; };
    const slug = path.replace(/^.*\/|\.md$/g, "");

    (rules.required[folder] || []).forEach(function (key) {
      if (values[key] !== undefined && values[key].length === 0) {
        add(key + "-missing" + (entry && entry.given.indexOf(key) < 0 ? ":absent" : ""), key);
      }
    });
    ["title", "summary", "lesson"].forEach(function (key) {
      if (given(key) && rules.required[folder].indexOf(key) >= 0 && Array.from(values[key]).length > rules.limits[key]) {
        add(key + "-long", key, Array.from(values[key]).length);
      }
    });
    if (given("title")) {
      const title = values.title.toLowerCase().replace(new RegExp(rules.patterns.ignored, "g"), "").trim();
      if (folder !== "pages" && rules.placeholders.indexOf(title) >= 0) {
        add("title-placeholder", "title");
      }
      if (isNew && (page.has(folder, slug) || rules.taken[folder].indexOf(slug) >= 0)) {
        add("slug-twice", "title", slug);
      }
    }
    ["time", "group"].forEach(function (key) {
      const canonical = given(key) ? page[key](values[key]) : "";
      const one = function (text) { return text.replace(/–/g, "-").replace(/(day|week)s$/, "$1"); };
      if (given(key) && !canonical) {
        add(key + "-form", key, values[key]);
      } else if (given(key) && one(values[key]) !== one(canonical)) {
        add(key + "-spelling", key, canonical);
      }
    });
    ["when", "reviewed"].forEach(function (key) {
      if (given(key) && !isDate(values[key], key === "reviewed")) {
        add(key + "-form", key, values[key]);
      }
    });
    Object.keys(rules.choices).forEach(function (key) {
      if (given(key) && rules.choices[key].indexOf(values[key].toLowerCase().replace(/[ _]/g, "-")) < 0) {
        add(key + "-value", key, values[key]);
      }
    });
    Object.keys(rules.terms).forEach(function (key) {
      (values[key] || []).forEach(function (term) {
        if (rules.terms[key].indexOf(term) < 0) {
          add({ challenges: "unknown-challenge", roles: "unknown-role", phases: "unknown-phase", leverage: "unknown-leverage-point" }[key], key, term);
        }
      });
    });
    const practice = function (name, field) {
      if (Object.hasOwn(rules.renamed, name)) {
        add("old-name:field", field, name, rules.renamed[name]);
      } else if (!page.has("practices", name) && rules.drafts.indexOf(name) < 0 && (name !== slug || folder !== "practices")) {
        add("unknown-practice", field, name);
      }
    };
    if (given("replaced_by")) {
      practice(values.replaced_by, "replaced_by");
    }
    (Array.isArray(values.steps) ? values.steps : []).forEach(function (step) {
      if (step.practice) {
        practice(step.practice, "steps");
      }
    });
    (values.for || []).forEach(function (term) {
      if (!Object.values(rules.terms).some(function (terms) { return terms.indexOf(term) >= 0; })) {
        add("unknown-term", "for", term);
      }
    });
    (values.practices || []).forEach(function (name) { practice(name, "practices"); });
    (values.related || []).forEach(function (pair) {
      practice(pair[0], "related");
      if (pair[0] === slug) {
        add("related-self", "related");
      }
      if (!pair[1]) {
        add("related-reason", "related", pair[0]);
      }
      if (Array.from(pair[1]).length > rules.limits.reason) {
        add("reason-long", "related");
      }
    });
    if (given("follows") && !page.has("attempts", values.follows)) {
      add("unknown-attempt", "follows", values.follows);
    }
    (values.sources || []).forEach(function (source) {
      const url = source.url || "";
      const problem = url && (page.linkProblem(false, url, "x", []) || [""])[0];
      const outside = !problem && /^\s*(?:[a-z][a-z0-9+.\s-]*:|\/\/)/i.test(url);
      if (/^(?:unsafe|disk)-link/.test(problem)) {
        add("unsafe-link", "sources");
      } else if (url && !outside) {
        add("url-form", "sources");
      }
      if (!source.title && !outside) {
        add("source-title", "sources");
      } else if (!source.author) {
        add("source-author", "sources");
      }
    });
    const links = page.checkLinks(path, body, blocks, tell);
    page.signs(blocks, tell);
    page.adviseAlways(slug, values, add);
    // a heading of the first level at the start is the title
    const first = blocks.findIndex(function (block) { return block.kind !== "reference"; });
    const title = first >= 0 && blocks[first].kind === "heading" && blocks[first].level === 1 && blocks[first].text ? blocks.splice(first, 1)[0] : null;
    if (title && given("title")) {
      tell(title.line, "heading-one");
    }
    // what could be better is not said of a text that cannot be read as it is meant
    const misread = found.some(function (one) { return one.error && !/^(title-placeholder|unknown-|broken-|missing-image|link-|disk-link:)/.test(one.key); });
    if (!misread && !links.unsure && !(entry && entry.misread)) {
      page.advise(folder, slug, values, blocks, body, links.toAttempt, tell, add);
    }
    return found;
  };
})();
