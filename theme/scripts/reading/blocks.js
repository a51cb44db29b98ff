// A text cut into its blocks, as a reader of Markdown would: paragraphs, headings, items, code. What is not plain is left
// out, so that nothing is said of it.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const ITEM = /^( {0,3})([-+*]|\d{1,9}[.)])( +(?=\S)|$)(.*)$/;
  const FENCE = /^ {0,3}(\x60{3,}(?=[^\x60]*$)|~{3,})/;
  const RULE = /^ {0,3}([-*_])[ ]*(?:\1[ ]*){2,}$/;
  const HEADING = /^ {0,3}(#{1,6})(?: +(.*?))??(?: +#+)? *$/;
  const HTML = /^ {0,3}<(?:\/?[a-z][a-z0-9-]*(?:[\s/>]|$)|[!?])/i;
  const NOTE = /^ {0,3}\[\^([^\]]+)\]: ?(.*)$/;
  const DEFINITION = /^ {0,3}\[([^\]]+)\]:(?: *(?:<([^<>\n]*)>|([^\s<]\S*))(?: +(?:"[^"]*"|'[^']*'|\([^()]*\)))?$)?/;
  const TABLE = /^ {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;

  function indent(text) { return /^ */.exec(text)[0].length; }

  // Does a line begin something that a paragraph does not go on in?
  function begins(text) {
    return FENCE.test(text) || RULE.test(text) || HEADING.test(text) || HTML.test(text) || NOTE.test(text) || /^ {0,3}(?:>|(?:[-+*]|1[.)]) +\S)/.test(text);
  }

  // The lines that belong to a quotation, an item or a note, without what stands before them there.
  function inside(lines, at, first, cut) {
    const inner = [first];
    let i = at + 1;
    for (; i < lines.length; i++) {
      const text = lines[i].text;
      const before = inner[inner.length - 1].text;
      const rest = cut(text);
      if (rest !== null) {
        inner.push({ text: rest, raw: lines[i].raw, line: lines[i].line });
      } else if (text.trim() && before.trim() && !begins(text) && !ITEM.test(text) && !/^ {0,3}(?:#|\x60{3}|~{3})/.test(before) && indent(before) < 4) {
        inner.push(lines[i]);
      } else {
        break;
      }
    }
    return { lines: inner, next: i };
  }

  function walk(lines, depth, out) {
    let open = null;
    const put = function (kind, line, more) {
      const block = Object.assign({ kind: kind, line: line.line, depth: depth, text: "" }, more);
      out.push(block);
      return block;
    };
    let i = 0;
    while (i < lines.length) {
      const line = lines[i];
      const text = line.text;
      const fence = FENCE.exec(text);
      const heading = HEADING.exec(text);
      const item = !RULE.test(text) && ITEM.exec(text);
      const note = NOTE.exec(text);
      if (!text.trim()) {
        open = null;
        i++;
      } else if (indent(text) > 3 && !open) {
        put("code", line, { text: text, end: line.line + 1 });
        i++;
      } else if (fence) {
        const code = [];
        const end = new RegExp("^ {0,3}" + fence[1][0] + "{" + fence[1].length + ",} *$");
        for (i++; i < lines.length && !end.test(lines[i].text); i++) {
          code.push(lines[i].text);
        }
        put("code", line, { text: code.join("\n"), unclosed: i < lines.length ? "" : fence[1] });
        open = null;
        i++;
      } else if (heading) {
        put("heading", line, { level: heading[1].length, text: heading[2] || "" });
        open = null;
        i++;
      } else if (open && open.kind === "paragraph" && /^ {0,3}(?:=+|-+) *$/.test(text)) {
        open.kind = "heading";
        open.level = text.trim()[0] === "=" ? 1 : 2;
        open = null;
        i++;
      } else if (RULE.test(text)) {
        put("rule", line);
        open = null;
        i++;
      } else if (/^ {0,3}>/.test(text)) {
        const cut = function (one) { return /^ {0,3}>/.test(one) ? one.replace(/^ {0,3}> ?/, "") : null; };
        const found = inside(lines, i, { text: cut(text), raw: line.raw, line: line.line }, cut);
        put("quotation", line);
        walk(found.lines, depth + 1, out);
        open = null;
        i = found.next;
      } else if (item && (!open || item[4] && /^(?:[-+*]|1[.)])$/.test(item[2]))) {
        const wide = item[3].length > 4;
        const column = item[1].length + item[2].length + (wide || !item[4] ? 1 : item[3].length);
        const first = (wide ? item[3].slice(1) : "") + item[4].replace(/^\[[ xX]\] */, "");
        const found = inside(lines, i, { text: first, raw: line.raw, line: line.line }, function (one) {
          return !one.trim() ? "" : indent(one) >= column ? one.slice(column) : null;
        });
        const made = put("item", line);
        const at = out.length;
        walk(found.lines, depth + 1, out);
        made.text = out[at] && out[at].kind === "paragraph" ? out[at].text : "";
        open = null;
        i = found.next;
      } else if (note) {
        const found = inside(lines, i, { text: note[2], raw: line.raw, line: line.line }, function (one) {
          return !one.trim() ? "" : indent(one) > 3 ? one.slice(4) : null;
        });
        put("note", line, { name: note[1] });
        walk(found.lines, depth + 1, out);
        open = null;
        i = found.next;
      } else if (HTML.test(text)) {
        const end = /^ *<!--/.test(text) ? /-->/ : /^ *<(?:script|pre|style|textarea)/i.test(text) ? /<\/(?:script|pre|style|textarea)>/i : /^\s*$/;
        const html = put("html", line);
        for (; i < lines.length && !end.test(lines[i].text); i++) {
          // all of it
        }
        i++;
        html.end = (lines[i - 1] || lines[lines.length - 1]).line + 1;
        open = null;
      } else if (/^ {0,3}: /.test(text) && out.length && out[out.length - 1].kind === "paragraph") {
        open = out[out.length - 1];
        open.kind = "table";
        open.text += "\n" + text;
        i++;
      } else if (open && TABLE.test(text) && /\|/.test(open.text.split("\n").pop() + text)) {
        open.kind = "table";
        open.text += "\n" + text;
        i++;
      } else if (open) {
        open.text += "\n" + line.raw;
        i++;
      } else if (DEFINITION.test(text)) {
        // the address may stand in the line below
        const below = /\]: *$/.test(text) && i + 1 < lines.length && !begins(lines[i + 1].text) && DEFINITION.exec(text + lines[i + 1].text);
        const found = below && (below[2] || below[3]) ? below : DEFINITION.exec(text);
        i += found === below ? 1 : 0;
        put("reference", line, { name: found[1], address: found[2] === undefined ? found[3] : found[2], end: lines[i].line + 1 });
        i++;
      } else {
        open = put(TABLE.test(text) && /\|/.test(text) ? "table" : "paragraph", line, { text: text.trim() });
        i++;
      }
    }
  }

  page.blocks = function (markdown) {
    const out = [];
    walk(markdown.split("\n").map(function (raw, line) {
      return { text: raw.replace(/\t/g, "    ").replace(/\s+$/, ""), raw: raw, line: line };
    }), 0, out);
    return out;
  };

  // A text's sections, in the writer's order: headings of its uppermost level and what stands below them.
  page.sections = function (blocks) {
    const top = blocks.filter(function (block) { return block.kind === "heading" && block.depth === 0; });
    const level = Math.min.apply(null, top.map(function (block) { return block.level; }));
    const sections = [{ heading: null, blocks: [] }];
    blocks.forEach(function (block) {
      if (block.kind === "heading" && block.depth === 0 && block.level === level) {
        sections.push({ heading: page.plain(block.text), line: block.line, blocks: [] });
      } else {
        sections[sections.length - 1].blocks.push(block);
      }
    });
    return sections.filter(function (section) { return section.heading !== null || section.blocks.length; });
  };

  // The words of a piece of text as readers see them.
  page.plain = function (text) {
    return text.replace(page.LINK, function (all, image, words) { return image ? "" : words; }).replace(/!?\[((?:[^[\]]|\[[^[\]]*\])*)\]\[[^[\]]*\]/g, "$1")
      .replace(/<(?:(https?:\/\/|mailto:)[^\s<>]*|[a-z/!?][^<>]*)>/gi, function (all, address) { return address ? all : ""; })
      .replace(/\[\^[^\]\s]+\]/g, "").replace(/^[ >]+/gm, "").replace(/&amp;/g, "&").replace(/[\\*_\x60|]/g, "").trim();
  };

  // The words below the headings.
  page.words = function (blocks) {
    return blocks.filter(function (block) { return !/^(?:item|html)$/.test(block.kind) && !(block.kind === "heading" && block.depth === 0); }).map(function (block) {
      return block.kind === "code" ? block.text : page.plain(block.text.replace(/_/g, " _ "));
    }).join("\n");
  };
})();
