// Front matter, as far as it can be told without a whole reader of YAML. A value that is not plain is undefined, and
// nothing is said of it.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const KEY = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/;

  function find(code, text, flags) { return new RegExp(page.rules.yaml[code], flags || "u").exec(text); }

  function withoutNote(text) { return text.replace(/(^|\s)#.*$/, "").trim(); }

  function scalar(text) {
    const value = text.trim();
    if (/^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$/.test(value)) {
      try {
        return JSON.parse(withoutNote(value));
      } catch (error) {
        return undefined;
      }
    }
    if (/^'(?:[^']|'')*'$/.test(value)) {
      return value.slice(1, -1).replace(/''/g, "'");
    }
    return /^(?:["'[{|>&*!%@\x60]|[-?] )/.test(value) || /:(\s|$)/.test(value) ? undefined : withoutNote(value).replace(/^(?:~|null)$/, "");
  }

  function list(text) {
    const inside = /^\[([^\][{}"':#]*)\]$/.exec(text.trim());
    return inside ? inside[1].split(",").map(function (item) { return item.trim(); }).filter(Boolean) : undefined;
  }

  // The lines below a key, each as its indent, its dash, its own key and the rest.
  function cut(lines) {
    return lines.map(function (line) {
      const found = /^( *)(- +)?(?:([^\s"'[{#&*!|>%@\x60-][^\s:"]*):(?: +|$))?(.*)$/.exec(line);
      return { indent: found[1].length, dash: found[2] ? found[2].length : 0, key: found[3], text: found[4] };
    });
  }

  function words(lines, key, tell) {
    const cuts = cut(lines);
    if (cuts.every(function (one) { return !one.dash && /^-[^\s-]/.test(one.text); })) {
      tell("dash-space");
      return cuts.map(function (one) { return one.text.slice(1); });
    }
    if (!cuts.every(function (one) { return one.dash && one.indent === cuts[0].indent; })) {
      return undefined;
    }
    const values = cuts.map(function (one) {
      const value = scalar(one.text);
      if (one.key !== undefined && value !== undefined) {
        tell("colon-item", key);
        return one.key + ": " + value;
      }
      return one.key === undefined ? value : undefined;
    });
    return values.indexOf(undefined) < 0 ? values.filter(Boolean) : undefined;
  }

  // Keys with a value each, all of them equally far in.
  function fields(cuts, shape, tell) {
    const values = {};
    cuts.forEach(function (one) {
      if (shape && one.key !== undefined && shape.indexOf(one.key, 2) < 0) {
        tell("unknown-key", one.key);
      }
    });
    return cuts.every(function (one) {
      values[one.key] = scalar(one.text);
      return one.key !== undefined && one.indent + one.dash === cuts[0].indent + cuts[0].dash && values[one.key] !== undefined;
    }) ? values : undefined;
  }

  function parts(lines, shape, tell) {
    const all = [];
    const cuts = cut(lines);
    cuts.forEach(function (one) {
      if (one.dash && one.indent === cuts[0].indent) {
        all.push([one]);
      } else if (all.length && !one.dash) {
        all[all.length - 1].push(one);
      } else {
        all.push([{ dash: 0, text: "" }]);
      }
    });
    const read = all.map(function (part) {
      const bare = part.length === 1 && part[0].dash && part[0].key === undefined ? scalar(part[0].text) : undefined;
      return bare === undefined ? fields(part, shape, tell) : { [shape[1]]: bare };
    });
    return read.indexOf(undefined) < 0 ? read : undefined;
  }

  function reasons(lines) {
    const cuts = cut(lines);
    const slugs = cuts.every(function (one) { return one.dash && one.key === undefined; });
    const read = slugs ? words(lines) : cuts.some(function (one) { return one.dash; }) ? undefined : fields(cuts);
    return read && (slugs ? read.map(function (slug) { return [slug, ""]; }) : Object.keys(read).map(function (slug) { return [slug, read[slug]]; }));
  }

  // A value by what its key may hold: [kind, what a bare item of it is].
  function value(entry, shape, tell) {
    const kind = shape[0];
    const text = entry.text;
    if (!text && !entry.lines.length) {
      return "";
    }
    if (kind === "names" || kind === "lines") {
      const one = text ? list(text) || scalar(text) : words(entry.lines, entry.key, tell);
      return entry.lines.length && text ? undefined : typeof one !== "string" ? one : kind === "lines" ? [one].filter(Boolean) : one.split(",").map(function (word) { return word.trim(); }).filter(Boolean);
    }
    if (kind === "reasons" || kind === "parts" || kind === "part") {
      return text ? undefined : kind === "reasons" ? reasons(entry.lines) : kind === "parts" ? parts(entry.lines, shape, tell) : fields(cut(entry.lines), shape, tell);
    }
    if (/^[|>][-+]?$/.test(text)) {
      return entry.lines.join(" ").replace(/\s+/g, " ").trim();
    }
    if (/^\[/.test(text)) {
      const only = list(text);
      if (!only || only.length !== 1 || entry.lines.length) {
        return undefined;
      }
      tell("brackets", entry.key);
      return only[0];
    }
    if (/^#/.test(text)) {
      return undefined;
    }
    const note = /[ \t]+#/.exec(text);
    if (note && !/^["']/.test(text) && find("hash", text.slice(note.index), "u")) {
      tell("hash");
    }
    const read = scalar(text);
    const more = entry.lines.map(scalar);
    return read === undefined || more.indexOf(undefined) >= 0 || /^ *- /.test(entry.lines[0] || "") || more.length && (note || /^["']/.test(text)) ? undefined : [read].concat(more).join(" ").replace(/\s+/g, " ").trim();
  }

  // Keys with their lines. Of a line that fits nowhere it is told what is wrong, if that is plain.
  function entries(front, tell) {
    const all = [];
    let open = null;
    let until = null;
    front.split("\n").forEach(function (line, i, lines) {
      const found = KEY.exec(line);
      const above = lines.slice(0, i).filter(function (one) { return one.trim(); }).pop() || "";
      if (until) {
        until = until.test(line) ? null : until;
      } else if (!line.trim() || /^\s*#/.test(line) && !(open && /^[|>]/.test(open.text))) {
        return;
      } else if (open && /^[|>]/.test(open.text) && /^\s/.test(line)) {
        open.lines.push(line);
      } else if (/^[ ]*\t/.test(line)) {
        tell(/:\s*$|^[ \t]/.test(above) ? "tab:below" : "tab");
        open = null;
      } else if (found) {
        const text = (found[2] || "").trim();
        open = { key: found[1], text: text, lines: [] };
        all.push(open);
        const start = find("special-start", line);
        if (find("colon", line.replace(/\s#.*$/, ""))) {
          tell("colon");
          open.text = "|";
          open.bad = true;
        } else if (start && /^(?:[@%\x60]|[-?] )/.test(text)) {
          tell("special-start", text[0]);
          open.bad = true;
        } else if (/^"(?:[^"\\]|\\.)*$/.test(text) || /^'(?:[^']|'')*$/.test(text) || /^[[{][^\]}]*$/.test(text)) {
          open.bad = true;
          until = text[0] === "[" ? /\]\s*$/ : text[0] === "{" ? /\}\s*$/ : new RegExp(text[0] + "\\s*$");
        }
      } else if (open && (/^ /.test(line) || /^- /.test(line) && !open.text)) {
        if (open.text && !/^["'[{|>]/.test(open.text) && find("indent", line) && find("indent:above", above) && scalar(line.replace(/^[^:]*:/, "")) !== undefined) {
          tell("indent");
        } else if (find("colon", line.replace(/\s#.*$/, "")) && !open.text) {
          tell("colon");
          open.bad = true;
        } else if (find("no-space:item", line) && /^ *- /.test(open.lines[0] || "")) {
          tell("no-space:item");
          open.bad = true;
        }
        open.lines.push(line);
      } else {
        tell(find("no-space", line) ? "no-space" : "");
        open = null;
      }
    });
    return { all: all, whole: !until };
  }

  function normal(key) { return key.toLowerCase().replace(/[-_ ]/g, ""); }

  // Between the lines of three hyphens, and below them. Where the second is missing, the text begins where a blank line or
  // a heading does.
  function halves(text, tell) {
    const rules = page.rules.yaml;
    const first = /^\s*---[ \t]*\n/.exec(text);
    if (!first) {
      const code = ["fence-form", "fence-missing", "fence-late"].find(function (one) { return new RegExp(rules[one], "iu").test(text); });
      if (code) {
        tell(code);
      }
      return { front: "", body: text };
    }
    const rest = text.slice(first[0].length);
    const second = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
    const blank = new RegExp(rules.end, "mu").exec(rest);
    const end = blank ? blank.index : rest.length;
    const other = new RegExp(rules["fence-form:second"], "mu").exec(rest);
    if (second && !new RegExp(rules["fence-missing:second"], "u").test(rest.slice(0, second.index))) {
      return { front: rest.slice(0, second.index), body: rest.slice(second.index).replace(/^.*\n?/, "") };
    }
    if (rest.search(new RegExp(rules.key, "u")) !== 0) {
      return { front: "", body: text };
    }
    if (other && other.index < end) {
      tell("fence-form:second");
      return { front: rest.slice(0, other.index), body: rest.slice(other.index).replace(/^.*\n?/, "") };
    }
    tell("fence-missing:second");
    return { front: rest.slice(0, end), body: rest.slice(end) };
  }

  // The values of an entry, its text, and what is wrong with the lines between.
  page.entry = function (path, text) {
    const folder = path.split("/")[0];
    const keys = page.rules.keys[folder];
    const problems = [];
    const broken = [];
    const values = {};
    const tell = function (code, written, other) { problems.push([code, written, other]); };
    const cut = halves(text, tell);
    const read = entries(cut.front, function (code, written) { broken.push([code, written]); });
    (cut.front.match(new RegExp(page.rules.yaml["curly-quotes"], "gmu")) || []).forEach(function () { tell("curly-quotes"); });
    if (cut.front.length > page.rules.limits.frontMatter) {
      return { values: values, body: cut.body, problems: [["front-matter-long"]], misread: true };
    }
    // where a reader of YAML gives up it tells the first reason only
    if (broken.length || !read.whole) {
      return { values: values, body: cut.body, problems: problems.concat(broken.slice(0, 1).filter(function (one) { return one[0]; })), misread: true };
    }
    const twice = [];
    let unsure = false;
    const given = read.all.map(function (entry) { return entry.key; });
    read.all.forEach(function (entry, i) {
      let key = entry.key;
      if (given.indexOf(key) < i) {
        twice.push(key);
        return;
      }
      if (keys.indexOf(key) < 0 && folder !== "pages") {
        const meant = keys.find(function (one) { return normal(one) === normal(key) && given.indexOf(one) < 0; });
        tell(meant ? "key-case" : "unknown-key", meant || key, key);
        key = meant;
      }
      if (keys.indexOf(key) >= 0) {
        const needed = (page.rules.required[folder] || []).indexOf(key) >= 0;
        values[key] = entry.bad ? undefined : value(entry, page.rules.shapes[folder][key], tell);
        unsure = unsure || values[key] === undefined && entry.lines.length > 0;
        if (needed && /^#(?! )/.test(entry.text)) {
          tell("hash-start", key);
        }
      }
    });
    if (!unsure) {
      twice.forEach(function (key) { tell("key-twice", key); });
    }
    const misread = unsure || problems.some(function (problem) { return page.rules.says[problem[0]][0]; });
    keys.forEach(function (key) {
      if (!misread && !Object.hasOwn(values, key)) {
        values[key] = "";
      } else if (misread && values[key] === "") {
        delete values[key];
      }
    });
    return { values: values, body: cut.body, problems: problems, misread: misread, given: given };
  };
})();
