// What a writer meant as Markdown and readers would see as it was typed.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const BLANK = "\u0001";
  // a longer paragraph has hardly a pair of stars that is worth the time
  const MOST_RUNS = 200;

  function blank(text) { return text.replace(/[^\n]/g, BLANK); }

  // Code, markup, links and images taken out, for they are understood. What might be one of them is taken out, too.
  function masked(text, names) {
    const known = function (name) { return names.indexOf(page.label(name)) >= 0; };
    return text.replace(/\\[!-/:-@[-\x60{-~]|(\x60+)(?!\x60)[^]*?[^\x60]\1(?!\x60)|\x60+|<[a-z/!?][^<>]*>/gi, function (all, ticks) {
      return ticks || all[0] === "<" ? blank(all) : all;
    }).replace(page.LINK, function (all, image, words, inner, address, at, whole) {
      return /\[(?!\^)[^[\]]*\]$/.test(whole.slice(0, at)) ? all : blank(all);
    }).replace(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\[([^[\]]*)\]/g, function (all, words, name) {
      return known(name || words) ? blank(all) : all;
    }).replace(/!?\[([^[\]]+)\]/g, function (all, name) { return known(name) ? blank(all) : all; });
  }

  // Stars, lines and waves that are a pair are understood, too: CommonMark's rules of emphasis.
  function paired(text, plain) {
    const signs = Array.from({ length: plain.length }, function (unused, i) { return plain[i]; });
    const runs = [];
    plain.replace(/\\[!-/:-@[-\x60{-~]|\*+|_+|~~/g, function (run, at) {
      if (run[0] === "\\") {
        return run;
      }
      const before = /(?:[^]|^)$/u.exec(text.slice(0, at))[0];
      const after = /^(?:[^]|$)/u.exec(text.slice(at + run.length))[0];
      const space = function (sign) { return !sign || /\s/.test(sign); };
      const punctuation = function (sign) { return /[\p{P}\p{S}]/u.test(sign); };
      const left = !space(after) && (!punctuation(after) || space(before) || punctuation(before));
      const right = !space(before) && (!punctuation(before) || space(after) || punctuation(after));
      const within = run[0] !== "_";
      runs.push({ sign: run[0], at: at, from: at, to: at + run.length, length: run.length, opens: left && (within || !right || punctuation(before)), closes: right && (within || !left || punctuation(after)) });
      return run;
    });
    if (runs.length > MOST_RUNS) {
      return blank(plain);
    }
    runs.forEach(function (closer, c) {
      for (let o = c - 1; closer.closes && closer.to > closer.from && o >= 0; o--) {
        const opener = runs[o];
        const rest = opener.to - opener.from;
        const odd = (opener.closes || closer.opens) && closer.length % 3 && (opener.length + closer.length) % 3 === 0;
        if (opener.sign === closer.sign && opener.opens && rest > 0 && !odd) {
          const use = rest > 1 && closer.to - closer.from > 1 ? 2 : 1;
          for (let i = 0; i < use; i++) {
            signs[--opener.to] = BLANK;
            signs[closer.from++] = BLANK;
          }
          runs.slice(o + 1, c).forEach(function (between) { between.opens = between.closes = false; });
          o = opener.to > opener.from ? o + 1 : o;
        }
      }
    });
    return signs.join("");
  }

  // Tells of each sign by its code and the line that it is in.
  page.signs = function (blocks, tell) {
    const rules = page.rules.signs;
    const names = blocks.filter(function (block) { return block.kind === "reference"; }).map(function (block) { return page.label(block.name); });
    const notes = blocks.filter(function (block) { return block.kind === "note"; }).map(function (block) { return block.name; });
    const told = [];
    blocks.forEach(function (block) {
      if (block.unclosed) {
        tell(block.line, "code-open", block.unclosed);
      }
      if (block.kind !== "paragraph") {
        return;
      }
      const plain = masked(block.text, names);
      const each = function (code, text, work) {
        const pattern = new RegExp(rules[code], "gmu");
        for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
          work(found);
          pattern.lastIndex += found[0] ? 0 : 1;
        }
      };
      ["link-blank", "link-gap", "link-reversed", "heading-space"].forEach(function (code) {
        each(code, plain, function () { tell(block.line, code); });
      });
      each("footnote-missing", plain, function (found) {
        if (notes.indexOf(found[1]) < 0 && told.indexOf(found[1]) < 0) {
          told.push(found[1]);
          tell(block.line, "footnote-missing", found[1]);
        }
      });
      each("reference-missing", plain, function (found) {
        if (found[1][0] !== "^") {
          tell(block.line, "reference-missing", found[1]);
        }
      });
      each("placeholder", plain, function (found) { tell(block.line, "placeholder:sign", found[1] || found[2]); });
      const single = paired(block.text, plain);
      ["item-space", "item-space:number"].forEach(function (code) {
        each(code, single, function (found) { tell(block.line, "item-space", found[1].slice(-1)); });
      });
      if (new RegExp(rules.stars).test(single)) {
        tell(block.line, "stars");
      }
    });
  };
})();
