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

  // Where a link leads: nothing, or what is wrong with it, a code of the build's and what was written.
  function linkProblem(image, written, path, blocks) {
    const rest = /[^\u0000-\u0020\u007f-\u00a0\ufeff]/g;
    const seen = (written.match(rest) || []).join("");
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen);
    if (seen.replace(/\\/g, "/").startsWith("//") || scheme) {
      const safe = !scheme || rules.schemes.indexOf(scheme[1].toLowerCase()) >= 0;
      return safe ? image ? ["outside-image"] : null : [new RegExp(rules.patterns.disk, "iu").test(seen) ? "disk-link" : "unsafe-link"];
    }
    const anchor = decoded(written.replace(/^[^#]*#?/, ""));
    const target = decoded(written.replace(/[?#].*$/, ""));
    if (!target) {
      return image ? [written ? "missing-image" : "missing-image:empty", written] : written.trim() ? anchorProblem(path, anchor, path, blocks) : ["link-empty"];
    }
    const inner = target.slice(1);
    const tries = target[0] === "/" ? ["/" + inner, inner.replace(/^[^/]*\//, "/"), "/pages/" + inner]
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
      return inside ? placeProblem(image, place, written, anchor, path, blocks) : [(image ? "missing-image" : "broken-link") + ":outside", written];
    });
    return found.indexOf(null) >= 0 ? null : found[0];
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      // percent signs that stand for nothing
      return text;
    }
  }

  function placeProblem(image, place, written, anchor, path, blocks) {
    const slug = (/^practices\/([^/]+)\.md$/.exec(place) || [])[1] || "";
    const now = !image && Object.hasOwn(rules.renamed, slug) && rules.renamed[slug];
    if (known(place, image) || place === path && !image) {
      return anchor && !image ? anchorProblem(place, anchor, path, blocks) : null;
    }
    if (now) {
      return ["old-name", slug, now];
    }
    if (!image && rules.drafts.indexOf(slug) >= 0) {
      return ["broken-link:draft", written];
    }
    const slip = new RegExp(rules.patterns.onDisk, "u").test(written) ? "disk-link:root" : new RegExp(rules.patterns.ofWeb, "u").test(written) ? "link-web" : "";
    return slip ? [slip] : [image ? "missing-image" : "broken-link", written];
  }

  // Is there a heading, or a term, of that name? Nothing is said of a text that is not there yet, or has signs in its headings.
  function anchorProblem(place, anchor, path, blocks) {
    const taxonomy = /^taxonomy\/(\w+)\.yml$/.exec(place);
    if (taxonomy && anchor) {
      return rules.terms[taxonomy[1]].indexOf(anchor) >= 0 ? null : ["broken-anchor:term", anchor];
    }
    const source = place === path ? "" : /\.md$/.test(place) ? page.source(place) : undefined;
    if (!anchor || source === undefined || /<[^>]+ (?:id|name)=/.test(source)) {
      return null;
    }
    const seen = {};
    const headings = (place === path ? blocks : page.blocks(page.entry(place, source).body)).filter(function (block) { return block.kind === "heading"; });
    const names = headings.map(function (heading) {
      const base = page.plain(heading.text).toLowerCase().replace(/ /g, "-").replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}-]/gu, "") || "section";
      let name = base;
      while (Object.hasOwn(seen, name)) {
        name = base + "-" + ++seen[base];
      }
      seen[name] = 0;
      return name;
    });
    const plain = headings.every(function (heading) { return !/[_&<\\[\]]/.test(heading.text); });
    return !plain || /^fn/.test(anchor) || names.indexOf(anchor) >= 0 || names.indexOf(anchor.toLowerCase()) >= 0 ? null : ["broken-anchor", anchor];
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

  page.LINK = /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*(?:<([^<>\n]*)>|(?!<)((?:\\[!-/:-@[-\x60{-~]|\\(?![!-/:-@[-\x60{-~])|[^\s()\\])*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;

  // The lines in which the text leads to this playbook by its address on the web.
  function ownLinks(text) {
    const plain = text.replace(/^ {0,3}\[[^\]]+\]:.*$/gm, "").replace(page.LINK, function (all, image, words, inner, address) {
      return all.replace(/[^\n]/g, " ").replace(/^ */, decode(inner === undefined ? address : inner));
    });
    return rules.address ? plain.split(rules.address).slice(0, -1).map(function (unused, i, pieces) {
      return pieces.slice(0, i + 1).join("").split("\n").length - 1;
    }) : [];
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
      add.apply(null, [code, lineOf(line).field].concat(Array.prototype.slice.call(arguments, 2)));
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
      const problem = source.url && (linkProblem(false, source.url, "x", []) || [""])[0];
      if (problem === "unsafe-link" || problem === "disk-link") {
        add("unsafe-link", "sources");
      } else if (problem || source.url && !/^(\s*[a-z][a-z0-9+.-]*:|\s*\/\/)/i.test(source.url)) {
        add("url-form", "sources");
      }
      if (!source.title && (problem || !source.url || !/^\s*([a-z][a-z0-9+.-]*:|\/\/)/i.test(source.url))) {
        add("source-title", "sources");
      } else if (!source.author) {
        add("source-author", "sources");
      }
    });
    // what is indented as code, or markup, has no links of Markdown
    const lines = body.split("\n");
    blocks.forEach(function (block) { lines.fill("", block.line, block.kind === "html" || block.kind === "code" && block.unclosed === undefined ? block.end : block.line); });
    const seen = page.prose(lines.join("\n").replace(/\\[[\]!\x60]/g, "  ").replace(/^([ >]*(?:[-+*]|\d+[.)]) +)\[[ xX]\]/gm, "$1   "), function (text) { return text; }, function (code) { return code.replace(/[^\n]/g, "."); });
    let toAttempt = false;
    Array.from(seen.matchAll(page.LINK)).forEach(function (link) {
      const address = decode(link[3] === undefined ? link[4] : link[3]);
      const line = seen.slice(0, link.index).split("\n").length - 1;
      // square brackets right before it make another kind of link of it
      if (/\[(?!\^)[^[\]]*\]$/.test(seen.slice(seen.lastIndexOf("\n\n", link.index) + 1, link.index))) {
        return;
      }
      const problem = linkProblem(Boolean(link[1]), address, path, blocks);
      if (problem) {
        tell.apply(null, [line].concat(problem));
      } else if (/^(?![a-z]+:|\/\/)(.*\/)?attempts\/./i.test(address)) {
        toAttempt = true;
      }
      if (link[1] && !link[2].trim()) {
        tell(line, "image-description");
      }
    });
    ownLinks(seen).forEach(function (line) { tell(line, "own-site"); });
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
    if (!misread && !(entry && entry.misread)) {
      page.advise(folder, slug, values, blocks, body, toAttempt, tell, add);
    }
    return found;
  };
})();
