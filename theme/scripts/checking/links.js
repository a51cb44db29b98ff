// Where links and images lead.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const rules = page.rules;

  // Is there an entry of this name?
  page.has = function (folder, slug) {
    return rules[folder].some(function (entry) { return entry[0] === slug; });
  };

  // Where a link leads: nothing, or what is wrong with it, a code of the build's and what was written.
  page.linkProblem = function (image, written, path, blocks) {
    const rest = /[^\u0000-\u0020\u007f-\u00a0\ufeff]/g;
    const seen = (written.match(rest) || []).join("");
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen);
    if (seen.replace(/\\/g, "/").startsWith("//") || scheme) {
      const safe = !scheme || rules.schemes.indexOf(scheme[1].toLowerCase()) >= 0;
      return safe ? image ? ["outside-image"] : null : [new RegExp(rules.patterns.disk, "iu").test(seen) ? "disk-link" : "unsafe-link:text"];
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
  };

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

  function decode(address) {
    return address.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));|&(colon|tab|newline|amp);|\\([!-\/:-@\[-\x60{-~])/gi, function (all, hex, number, name, escaped) {
      const names = { colon: ":", tab: "\t", newline: "\n", amp: "&" };
      return name ? names[name.toLowerCase()] : escaped || String.fromCodePoint(Math.min(hex ? parseInt(hex, 16) : Number(number), 0x10ffff));
    });
  }

  // The lines in which the text leads to this playbook by its address on the web.
  function ownLinks(text) {
    const plain = text.replace(/^ {0,3}\[[^\]]+\]:.*$/gm, "").replace(page.LINK, function (all, image, words, inner, address) {
      return all.replace(/[^\n]/g, " ").replace(/^ */, decode(inner === undefined ? address : inner));
    });
    return rules.address ? plain.split(rules.address).slice(0, -1).map(function (unused, i, pieces) {
      return pieces.slice(0, i + 1).join("").split("\n").length - 1;
    }) : [];
  }

  // Tells of each link and image that leads nowhere, or where it should not. Does one lead to an attempt, and may there
  // be one that nobody can read as it is meant?
  page.checkLinks = function (path, body, blocks, tell) {
    // what is indented as code, or markup, has no links of Markdown
    const lines = body.split("\n");
    const definitions = Object.create(null);
    const told = {};
    const all = { toAttempt: false, unsure: false };
    blocks.forEach(function (block) {
      lines.fill("", block.line, block.end || block.line);
      if (block.kind === "reference" && !definitions[page.label(block.name)]) {
        definitions[page.label(block.name)] = block;
      }
    });
    const seen = page.prose(lines.join("\n").replace(/\\[[\]!\x60]/g, "  ").replace(/^([ >]*(?:[-+*]|\d+[.)]) +)\[[ xX]\]/gm, "$1   "), function (text) { return text; }, function (code) { return code.replace(/[^\n]/g, "."); });
    const lineOf = function (index) { return seen.slice(0, index).split("\n").length - 1; };
    page.links(seen, definitions).forEach(function (link) {
      const at = link.definition;
      const line = at ? at.line : lineOf(link.index);
      const address = at ? at.address : link.address;
      // of a definition everything is told once, whatever goes by it
      const once = function (code) {
        if (!at || !told[line + code]) {
          told[line + code] = true;
          tell.apply(null, [line].concat(Array.prototype.slice.call(arguments)));
        }
      };
      if (address === undefined) {
        return;
      }
      const leads = decode(address);
      const problem = page.linkProblem(link.image, leads, path, blocks);
      if (link.unsure) {
        all.unsure = all.unsure || Boolean(problem) && /^(?:unsafe|disk)-/.test(problem[0]);
        return;
      }
      if (problem) {
        once.apply(null, problem);
      } else if (/^(?![a-z]+:|\/\/)(.*\/)?attempts\/./i.test(leads)) {
        all.toAttempt = true;
      }
      if (link.image && !link.words.trim()) {
        once("image-description");
      }
      if (at && rules.address && leads.startsWith(rules.address)) {
        once("own-site");
      }
    });
    ownLinks(seen).forEach(function (line) { tell(line, "own-site"); });
    return all;
  };
})();
