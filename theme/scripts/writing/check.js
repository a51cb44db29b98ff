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

  // A text cut into code and the rest: each piece goes through a function of its own. A paragraph in which it is not plain
  // what is code counts as text. page.openFence tells of a fence that nobody closed.
  page.prose = function (markdown, text, code) {
    const out = [];
    let block = [];
    let fence = "";
    const flush = function () {
      const lines = block.map(function (line) { return spans(line); });
      const plain = lines.every(function (pieces) { return pieces.every(function (piece) { return !/^\x60+$/.test(piece); }); });
      lines.forEach(function (pieces) {
        out.push(pieces.map(function (piece) { return plain && piece[0] === "\x60" ? code(piece) : text(piece); }).join(""));
      });
      block = [];
    };
    markdown.split("\n").forEach(function (line) {
      const mark = /^( {0,3})(\x60{3,}(?=[^\x60]*$)|~{3,})(.*)$/.exec(line);
      const indent = /^ */.exec(line)[0].length;
      if (fence && line.trim() && indent < /^ */.exec(fence)[0].length) {
        fence = "";
      }
      if (fence) {
        const end = mark && !mark[3].trim() && mark[2].startsWith(fence.trim());
        out.push(code(line));
        fence = end ? "" : fence;
      } else if (mark) {
        flush();
        out.push(mark[1] + mark[2] + text(mark[3]));
        fence = mark[1] + mark[2];
      } else {
        if (!line.trim()) {
          flush();
        }
        block.push(line);
      }
    });
    flush();
    page.openFence = fence;
    return out.join("\n");
  };

  function spans(line) {
    return line.match(/\\[!-\/:-@[-\x60{-~]|(\x60+)(?!\x60).*?[^\x60]\1(?!\x60)|\x60+|[^\\\x60]+|\\/g) || [""];
  }

  // Where a link leads: a code of the build's where it leads nowhere.
  function linkProblem(image, written, path) {
    const seen = written.replace(/[\u0000-\u0020\u007f-\u00a0\ufeff]/g, "").replace(/\\/g, "/");
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen);
    if (seen.startsWith("//") || scheme) {
      return !scheme || rules.schemes.indexOf(scheme[1].toLowerCase()) >= 0 ? image ? "outside-image" : "" : "unsafe-link";
    }
    let target = written.replace(/[?#].*$/, "");
    try {
      target = decodeURIComponent(target);
    } catch (error) {
      // percent signs that stand for nothing
    }
    if (!target) {
      return image ? "missing-image" : "";
    }
    const rest = target.slice(1);
    const tries = target[0] === "/" ? ["/" + rest, rest.replace(/^[^/]*\//, "/"), "/pages/" + rest]
      : [path.replace(/[^/]*$/, "") + target];
    const found = tries.map(function (way) {
      const parts = [];
      const inside = way.split("/").every(function (part) {
        if (part === "..") {
          return parts.pop() !== undefined;
        }
        if (part && part !== ".") {
          parts.push(part);
        }
        return true;
      });
      const place = parts.join("/").normalize("NFC");
      return !inside ? "broken-link:outside" : known(place, image) || place === path && !image ? "" : image ? "missing-image" : "broken-link";
    });
    return found.indexOf("") >= 0 ? "" : found[0];
  }

  function known(place, image) {
    const entry = /^(practices|attempts)\/([^/]+)\.md$/.exec(place);
    return rules.assets.indexOf(place) >= 0 || !image && (rules.files.indexOf(place) >= 0 || rules.folders.indexOf(place) >= 0 ||
      entry && page.has(entry[1], entry[2]));
  }

  // Is there an entry of this name?
  page.has = function (folder, slug) {
    return rules[folder].some(function (entry) { return entry[0] === slug; });
  };

  function decode(address) {
    return address.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));|&(colon|tab|newline|amp);|\\([!-\/:-@\[-\x60{-~])/gi, function (all, hex, number, name, escaped) {
      const names = { colon: ":", tab: "\t", newline: "\n", amp: "&" };
      return name ? names[name.toLowerCase()] : escaped || String.fromCodePoint(Math.min(hex ? parseInt(hex, 16) : Number(number), 0x10ffff));
    });
  }

  const LINK = /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*(?:<([^<>\n]*)>|(?!<)((?:\\[!-/:-@[-\x60{-~]|[^\s()\\])*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;

  // The problems of an entry, each with the code, the weight and the words that the build has for it.
  page.check = function (path, values, parts, isNew) {
    const folder = path.split("/")[0];
    const found = [];
    const add = function (code, field) {
      const says = rules.says[code];
      const of = Array.prototype.slice.call(arguments, 2);
      if (says) {
        const text = fill(says[1], of) + (says[2] ? " (" + fill(says[2], of) + ")" : "");
        found.push({ code: code.split(":")[0], field: field, error: says[0], text: text, remedy: fill(says[3], of) });
      }
    };
    const given = function (key) { return values[key] !== undefined && values[key].length > 0; };
    const slug = path.replace(/^.*\/|\.md$/g, "");

    (rules.required[folder] || []).forEach(function (key) {
      if (values[key] !== undefined && values[key].length === 0) {
        add(key + "-missing", key);
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
      if (given(key) && !page[key](values[key])) {
        add(key + "-form", key, values[key]);
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
      if (!page.has("practices", name) && rules.drafts.indexOf(name) < 0 && name !== slug) {
        add("unknown-practice", field, name);
      }
    };
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
      const problem = source.url ? linkProblem(false, source.url, "x") : "";
      if (problem === "unsafe-link") {
        add(problem, "sources");
      } else if (problem || source.url && !/^(\s*[a-z][a-z0-9+.-]*:|\s*\/\/)/i.test(source.url)) {
        add("url-form", "sources");
      }
      if (!source.title && (problem || !source.url || !/^\s*([a-z][a-z0-9+.-]*:|\/\/)/i.test(source.url))) {
        add("source-title", "sources");
      } else if (!source.author) {
        add("source-author", "sources");
      }
    });
    let toAttempt = false;
    parts.forEach(function (part) {
      const seen = page.prose(part.text.replace(/\\[[\]!\x60]/g, "  "), function (text) { return text; }, function (code) { return code.replace(/[^\n]/g, "."); });
      let link;
      LINK.lastIndex = 0;
      while ((link = LINK.exec(seen))) {
        const address = decode(link[3] === undefined ? link[4] : link[3]);
        const problem = linkProblem(Boolean(link[1]), address, path);
        if (problem) {
          add(problem, part.field, address.replace(/[?#].*$/, ""));
        } else if (/^(?![a-z]+:|\/\/)(.*\/)?attempts\/./i.test(address)) {
          toAttempt = true;
        }
        if (link[1] && !link[2].trim()) {
          add("image-description", part.field);
        }
      }
    });
    // what could be better is not said of a text that cannot be read as it is meant
    const misread = found.some(function (one) { return one.error && !/^(title-placeholder|unknown-|broken-|missing-image)/.test(one.code); });
    if (isNew && !misread) {
      advise(folder, values, parts, toAttempt, add);
    }
    return found;
  };

  // What counts of a name: its words, sorted and without their endings.
  function nameKey(name) {
    const words = name.normalize("NFC").toLowerCase().match(/\p{Ideographic}|(?:(?!\p{Ideographic})[\p{L}\p{Nd}])+/gu) || [];
    const stems = words.filter(function (word) { return rules.small.indexOf(word) < 0; }).map(function (word) {
      const end = rules.endings.find(function (one) { return word.endsWith(one) && word.length - one.length >= 3; });
      return end ? word.slice(0, -end.length) : word;
    });
    return Array.from(new Set(stems)).sort().join(" ");
  }

  function sameNames(values, add) {
    let told = false;
    [values.title].concat(values.aka || []).forEach(function (name, i) {
      const key = nameKey(name);
      const older = Object.hasOwn(rules.names, key) && rules.names[key];
      if (i && older && older.indexOf(name, 2) > 0) {
        add("aka-taken", "aka", older[0], older[1], name);
      } else if (older && !told && !(values.related || []).some(function (pair) { return pair[0] === older[2]; })) {
        told = true;
        add("near-duplicate:" + (i ? "aka" : "title"), i ? "aka" : "title", older[0], older[1], name);
      }
    });
  }

  function count(text) { return text.trim() ? text.trim().split(/\s+/).length : 0; }

  // The words of a text as readers see them.
  function plain(markdown) {
    return markdown.replace(/^ {0,3}(#{1,6}( .*)?|\x60{3,}.*|~{3,}.*)$/gm, " ").replace(LINK, function (all, image, text) { return image ? "" : text; })
      .replace(/^[\s>]*([-+*]|\d+[.)])\s/gm, " ").replace(/[\\*_\x60>|]/g, "");
  }

  // What would help readers to find, choose and trust an entry.
  function advise(folder, values, parts, toAttempt, add) {
    const written = {};
    parts.forEach(function (part) { written[part.field === "steps" ? "what" : part.field] = part.text; });
    if (folder === "practices") {
      sameNames(values, add);
      if (parts.some(function (part) { return part.text; })) {
        const terms = Object.keys(rules.terms).filter(function (key) { return values[key].length === 0; });
        const credit = ["authors", "sources"].filter(function (key) { return values[key].length === 0; });
        if (terms.length) {
          add("terms-missing:" + terms.join(","), terms[0]);
        }
        if (credit.length) {
          add("credit-missing:" + (credit[1] ? "both" : credit[0]), credit[0]);
        }
        if (!written.what) {
          add("what-missing", "what");
        } else if (!written.when) {
          add("when-missing", "when");
        }
      }
      const story = plain(written.story || "");
      if (!toAttempt && count(story) >= rules.limits.story && !new RegExp(rules.patterns.learnt, "i").test(story)) {
        add("story-learning", "story");
      }
    } else {
      const lesson = values.lesson;
      const bare = function (text) { return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim(); };
      if (bare(lesson) === bare(values.title)) {
        add("lesson-thin:title", "lesson");
      } else if (count(lesson) < rules.limits.fewestWords && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(lesson)) {
        add("lesson-thin:short", "lesson", lesson);
      }
      if (!values.setting) {
        add("setting-missing", "setting");
      }
      if (written.happened && !written.why && !written.next && !written.colleague) {
        add("learning-missing", "why");
      }
    }
  }
})();
