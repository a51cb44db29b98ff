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
    return /^(?:["'[{|>&*!%@,}\]\x60]|[-?] )/.test(value) || /:(\s|$)/.test(value) ? undefined : withoutNote(value).replace(/^(?:~|null)$/, "");
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

  // The line below the one in which a quotation mark is closed, or nothing where the next such mark closes no value.
  function afterQuote(lines, i, sign) {
    const closing = sign === "\"" ? /^[^"\\]*(?:\\.[^"\\]*)*"(.*)$/ : /^[^']*(?:''[^']*)*'(?!')(.*)$/;
    for (let j = i + 1; j < lines.length; j++) {
      const found = closing.exec(lines[j]);
      if (found) {
        return /^\s*(?:#|$)/.test(found[1]) ? j + 1 : 0;
      }
    }
    return 0;
  }

  // The same of a bracket: where the next key comes first nothing closes it.
  function afterBracket(lines, i, close) {
    for (let j = i + 1; j < lines.length && !/^[A-Za-z_][\w-]*:(?:\s|$)/.test(lines[j]); j++) {
      if (lines[j].indexOf(close) >= 0) {
        return j + 1;
      }
    }
    return 0;
  }

  // A value that goes on below its line, between quotation marks or brackets: what closes it, and the line below that.
  function long(lines, i) {
    const quote = find("quote-open", lines[i]);
    const bracket = find("bracket-open", lines[i]);
    if (quote) {
      return { code: "quote-open", close: quote[2][0], next: afterQuote(lines, i, quote[2][0]) };
    }
    const close = bracket && (bracket[2][0] === "[" ? "]" : "}");
    return bracket && { code: "bracket-open", close: close, next: afterBracket(lines, i, close) };
  }

  // What no reader of YAML takes in a value, as its code and what it is told of.
  function ofValue(line) {
    const start = find("special-start", line);
    const bracket = find("special-start:bracket", line) || find("special-start:list", line);
    const code = ["colon", "backslash", "quote-inside", "after-bracket"].find(function (one) { return find(one, one === "colon" ? line.replace(/\s#.*$/, "") : line); });
    if (code || bracket) {
      return code ? [code] : ["special-start", bracket[2][0]];
    }
    if (start && /^(?:[@%\x60*!,}\]]|[-?:] |[|>](?![-+\d]*(?:\s+#.*)?$))/.test(start[2])) {
      return ["special-start", start[2][0]];
    }
    // quotation marks within brackets that are closed further down, if at all
    return /^[A-Za-z_][\w-]*[ \t]*:[ \t]+[[{][^\]}]*$/.test(line) ? [""] : null;
  }

  // The same of a line that goes on with an entry.
  function ofNext(line, above, open) {
    const item = find("second-line:item", line);
    const before = find("second-line:item", above);
    const fellows = open.lines.slice(0, -1).some(function (one) { return item && (find("second-line:item", one) || [])[1] === item[1]; });
    if (item && before && item[1].length < before[1].length && !fellows) {
      return ["indent:item"];
    }
    if (open.text && !/^["'[{|>]/.test(open.text) && find("indent", line) && find("indent:above", above) && scalar(line.replace(/^[^:]*:/, "")) !== undefined) {
      return ["indent"];
    }
    return find("no-space:item", line) && /^ *- /.test(open.lines[0]) ? ["no-space:item"] : null;
  }

  // The same of one that has neither a key nor anything to go on with.
  function ofLoose(line, above, below) {
    const tight = find("no-space", line);
    if (tight) {
      // with another colon it may be a key that has one
      return [/:(?:\s|$)/.test(tight[3]) ? "" : "no-space"];
    }
    if (find("second-line", line, "iu") && (find("second-line:above", above) || find("second-line:item", above))) {
      return [find("second-line:item", above) ? "second-line:item" : "second-line"];
    }
    const key = find("no-colon:sign", line, "iu") || find("no-colon", line) || find("no-colon:bare", line, "iu") && /^(?: +\S|- )/.test(below);
    return [key ? "no-colon" : ""];
  }

  // Keys with their lines. Of the first line that fits nowhere it is told what is wrong, if that is plain.
  function entries(front, tell) {
    const all = [];
    const lines = front.replace(/[ \t]+$/gm, "").split("\n");
    let open = null;
    let i = 0;
    while (i < lines.length) {
      const line = lines[i];
      const above = lines.slice(0, i).filter(Boolean).pop() || "";
      const key = KEY.exec(line);
      const goesOn = !key && open && (/^ /.test(line) || /^- /.test(line) && !open.text);
      if (!line || /^\s*#/.test(line)) {
        i++;
        continue;
      }
      if (key) {
        open = { key: key[1], text: (key[2] || "").trim(), lines: [], line: i };
        all.push(open);
      } else if (goesOn) {
        open.lines.push(line);
      }
      const more = long(lines, i);
      const wrong = /^ *\t/.test(line) ? [/:$|^[ \t]/.test(above) ? "tab:below" : "tab"]
        : more ? !more.next && [more.code, more.close]
          : ofValue(line) || (goesOn ? ofNext(line, above, open) : !key && ofLoose(line, lines[i - 1] || "", lines[i + 1] || ""));
      if (wrong) {
        tell(i, wrong[0], wrong[1]);
        return all;
      }
      if (more) {
        if (open) {
          open.bad = true;
        }
        i = more.next;
        continue;
      }
      // what is indented below | or > is text, whatever it looks like
      const text = open && find("long-text", line);
      for (i++; text && i < lines.length && (!lines[i] || /^ */.exec(lines[i])[0].length > text[1].length); i++) {
        open.lines.push(lines[i]);
      }
    }
    return all;
  }

  function lineIn(text, at) { return text.slice(0, at).split("\n").length - 1; }

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
      return { front: "", body: text, at: 0 };
    }
    const at = first[0].length;
    const rest = text.slice(at);
    const second = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
    const blank = new RegExp(rules.end, "mu").exec(rest);
    const end = blank ? blank.index : rest.length;
    const other = new RegExp(rules["fence-form:second"], "mu").exec(rest);
    if (second && !new RegExp(rules["fence-missing:second"], "u").test(rest.slice(0, second.index))) {
      return { front: rest.slice(0, second.index), body: rest.slice(second.index).replace(/^.*\n?/, ""), at: at };
    }
    if (rest.search(new RegExp(rules.key, "u")) !== 0) {
      return { front: "", body: text, at: 0 };
    }
    if (other && other.index < end) {
      tell("fence-form:second");
      return { front: rest.slice(0, other.index), body: rest.slice(other.index).replace(/^.*\n?/, ""), at: at };
    }
    tell("fence-missing:second");
    return { front: rest.slice(0, end), body: rest.slice(end), at: at };
  }

  // The values of an entry, its text, and what is wrong with the lines between.
  page.entry = function (path, text) {
    const folder = path.split("/")[0];
    const keys = page.rules.keys[folder];
    const problems = [];
    const broken = [];
    const values = {};
    let here;
    const tell = function (code, written, other) { problems.push([code, written, other, here]); };
    const cut = halves(text, tell);
    const before = text.slice(0, text.length - cut.body.length);
    const made = { values: values, body: cut.body, bodyLine: lineIn(before, before.length), problems: problems, lines: {} };
    const start = lineIn(text, cut.at);
    const read = entries(cut.front, function (line, code, written) { broken.push([code, written, undefined, start + line]); });
    Array.from(cut.front.matchAll(new RegExp(page.rules.yaml["curly-quotes"], "gmu"))).forEach(function (found) {
      here = start + lineIn(cut.front, found.index);
      tell("curly-quotes");
    });
    const joined = new RegExp(page.rules.yaml["item-joined"], "gmu");
    for (let found = joined.exec(cut.front); found && !broken.length && !find("long-text:any", cut.front, "mu"); found = joined.exec(cut.front)) {
      joined.lastIndex = cut.front.indexOf("\n", found.index) + 1;
      here = start + lineIn(cut.front, joined.lastIndex);
      tell("item-joined");
    }
    if (cut.front.length > page.rules.limits.frontMatter) {
      return Object.assign(made, { problems: [["front-matter-long"]], misread: true, unread: true });
    }
    // where a reader of YAML gives up it tells the first reason only
    if (broken.length) {
      return Object.assign(made, { problems: problems.concat(broken.filter(function (one) { return one[0]; })), misread: true, unread: true });
    }
    const twice = [];
    let unsure = false;
    const given = read.map(function (entry) { return entry.key; });
    read.forEach(function (entry, i) {
      let key = entry.key;
      here = start + entry.line;
      if (given.indexOf(key) < i) {
        twice.push([key, here]);
        return;
      }
      if (keys.indexOf(key) < 0 && folder !== "pages") {
        const meant = keys.find(function (one) { return normal(one) === normal(key) && given.indexOf(one) < 0; });
        tell(meant ? "key-case" : "unknown-key", meant || key, key);
        key = meant;
      }
      if (keys.indexOf(key) >= 0) {
        const needed = (page.rules.required[folder] || []).indexOf(key) >= 0;
        made.lines[key] = here;
        values[key] = entry.bad ? undefined : value(entry, page.rules.shapes[folder][key], tell);
        unsure = unsure || values[key] === undefined && entry.lines.length > 0;
        if (needed && /^#(?! )/.test(entry.text)) {
          tell("hash-start", key);
        }
      }
    });
    if (!unsure) {
      twice.forEach(function (one) { problems.push(["key-twice", one[0], undefined, one[1]]); });
    }
    const misread = unsure || problems.some(function (problem) { return page.rules.says[problem[0]][0]; });
    keys.forEach(function (key) {
      if (!misread && !Object.hasOwn(values, key)) {
        values[key] = "";
      } else if (misread && values[key] === "") {
        delete values[key];
      }
    });
    const unread = misread || read.some(function (entry) { return Object.hasOwn(values, entry.key) && values[entry.key] === undefined; });
    return Object.assign(made, { misread: misread, unread: unread, given: given });
  };
})();
