// What stands within the lines of a text: code, links, images.
(function () {
  "use strict";
  const page = window.playbookContribute;
  // the words of a link, and a way to it in brackets or one that stands elsewhere
  const REFERENCE = /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\](?:\[([^[\]]*)\])?/g;

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

  page.LINK = /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*(?:<([^<>\n]*)>|(?!<)((?:\\[!-/:-@[-\x60{-~]|\\(?![!-/:-@[-\x60{-~])|[^\s()\\])*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;

  // The name of a definition, however it is written.
  page.label = function (text) { return text.trim().replace(/[ \t]*\n[ >]*|\s+/g, " ").toLowerCase(); };

  function dots(text) { return text.replace(/[^\n]/g, "."); }

  // The links and images of a text in which code stands no more, each with where it stands, or with the definition that it
  // goes by. What holds a link is none itself. Where brackets meet one cannot be sure.
  page.links = function (text, definitions) {
    const found = [];
    const inside = function (words, at) {
      const put = function (image, inner, index, more) {
        const holds = !image && /\[/.test(inner) && inside(inner, at + index + 1);
        if (!holds) {
          found.push(Object.assign({ image: Boolean(image), words: inner, index: at + index }, more));
        }
        return holds || !image;
      };
      let any = false;
      const rest = words.replace(page.LINK, function (all, image, inner, bracketed, bare, index) {
        // square brackets right before it make another kind of link of it
        if (/\[(?!\^)[^[\]]*\]$/.test(words.slice(words.lastIndexOf("\n\n", index) + 1, index))) {
          return all;
        }
        any = put(image, inner, index, { address: bracketed === undefined ? bare : bracketed }) || any;
        return dots(all);
      });
      const plain = rest.replace(REFERENCE, function (all, image, inner, name, index) {
        const definition = definitions[page.label(name || inner)];
        const before = rest.slice(0, index);
        const alone = (image || !/\]$/.test(before) || /\[\^[^[\]]*\]$/.test(before)) && !/^[[(]/.test(rest.slice(index + all.length));
        if (definition) {
          any = put(image, inner, index, { definition: definition, unsure: !alone }) || any;
        } else if (/\[/.test(inner) && !image) {
          any = inside(inner, at + index + 1) || any;
        }
        return definition ? dots(all) : all;
      });
      plain.replace(/(\\?)<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/gi, function (all, escaped, address, index) {
        if (!escaped) {
          found.push({ image: false, words: address, index: at + index, address: address });
          any = true;
        }
      });
      return any;
    };
    inside(text, 0);
    return found;
  };
})();
