// A plain preview of Markdown: the elements are made one by one, so that whatever was written stays text.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const element = page.element;
  const INLINE = /\\([!-\/:-@[-\x60{-~])|(\x60+)(?!\x60)(.*?[^\x60])\2(?!\x60)|\*\*(?=\S)(.+?\S??)\*\*|([*_])(?=\S)((?:(?!\5).)+?)\5(?!\w)|\[([^\]]*)\]\(<?([^)\s>]*)>?[^)]*\)|<((?:https?:\/\/|mailto:)[^\s<>]+)>/;

  function inline(text, place) {
    for (let found = INLINE.exec(text); found; found = INLINE.exec(text)) {
      place.append(text.slice(0, found.index));
      if (found[1]) {
        place.append(found[1]);
      } else if (found[2]) {
        place.append(element("code", found[3]));
      } else if (found[4] || found[6]) {
        place.append(inline(found[4] || found[6], element(found[4] ? "strong" : "em", "")));
      } else {
        const address = found[9] || found[8];
        place.append(inline(found[9] || found[7] || "", element(/^https?:/i.test(address) ? "a" : "u", "", /^https?:/i.test(address) ? { href: address, target: "_blank", rel: "noopener" } : {})));
      }
      text = text.slice(found.index + found[0].length);
    }
    place.append(text);
    return place;
  }

  function blocks(lines, place) {
    let list = null;
    let paragraph = null;
    let at = 0;
    while (at < lines.length) {
      const line = lines[at];
      const item = /^(\s*)([-+*]|(\d+)[.)])\s+(.*)$/.exec(line);
      const fence = /^\s*(\x60\x60\x60+|~~~+)/.exec(line);
      const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
      at++;
      if (fence) {
        const code = [];
        while (at < lines.length && !lines[at].trim().startsWith(fence[1])) {
          code.push(lines[at++]);
        }
        at++;
        place.append(element("pre", [element("code", code.join("\n"))]));
        list = paragraph = null;
      } else if (!line.trim()) {
        paragraph = null;
      } else if (heading) {
        place.append(inline(heading[2], element("h" + (heading[1].length + 1 > 6 ? 6 : heading[1].length + 1), "")));
        list = paragraph = null;
      } else if (item) {
        const inner = [item[4]];
        while (at < lines.length && (/^\s{2,}\S/.test(lines[at]) && lines[at].search(/\S/) > item[1].length || !lines[at].trim() && /^\s{2,}\S/.test(lines[at + 1] || ""))) {
          inner.push(lines[at++].slice(item[1].length + 2).replace(/^ /, ""));
        }
        const kind = item[3] ? "ol" : "ul";
        if (!list || list.localName !== kind) {
          list = element(kind, "");
          place.append(list);
        }
        const made = element("li", "");
        blocks(inner, made);
        list.append(made);
        paragraph = null;
      } else if (/^\s*>/.test(line)) {
        const inner = [line];
        while (at < lines.length && /^\s*>/.test(lines[at])) {
          inner.push(lines[at++]);
        }
        const quote = element("blockquote", "");
        blocks(inner.map(function (one) { return one.replace(/^\s*> ?/, ""); }), quote);
        place.append(quote);
        list = paragraph = null;
      } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
        place.append(element("hr", ""));
        list = paragraph = null;
      } else if (paragraph) {
        inline(" " + line.trim(), paragraph);
      } else {
        list = null;
        paragraph = element("p", "");
        inline(line.trim(), paragraph);
        place.append(paragraph);
      }
    }
  }

  // The page as it will be, more or less: title, summary, facts, text.
  page.preview = function (place, made) {
    place.replaceChildren();
    if (made.title) {
      place.append(element("h2", made.title));
    }
    if (made.summary) {
      place.append(element("p", made.summary, { class: "lead" }));
    }
    if (made.facts && made.facts.length) {
      place.append(element("p", made.facts.join(" · "), { class: "small" }));
    }
    blocks(made.body.split("\n"), place);
  };
})();
