// Makes a file of what a form holds: front matter and sections, as the content model has them, whatever was written.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const TERMS = ["challenges", "roles", "phases", "leverage", "practices"];
  const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n|[\d.,-]+)$)[\p{L}\p{N}](?:[\p{L}\p{N} ,.’()/+-]*[\p{L}\p{N}.’)+])?$/iu;

  function oneLine(text) { return page.clean(text || "").replace(/\s+/g, " ").trim(); }

  function lines(text) {
    return page.clean(text || "").split("\n").map(function (line) { return oneLine(line.replace(/^\s*[-*]\s+/, "")); }).filter(Boolean);
  }

  // A value as YAML reads it back, whatever is in it.
  page.yaml = function (text) {
    if (PLAIN.test(text)) {
      return text;
    }
    return '"' + text.replace(/[\\"]/g, "\\$&").replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, function (sign) {
      return "\\u" + ("000" + sign.charCodeAt(0).toString(16)).slice(-4);
    }) + '"';
  };

  function field(key, value, needed) {
    const yaml = page.yaml;
    if (!value || value.length === 0) {
      return needed ? key + (TERMS.indexOf(key) >= 0 ? ": []\n" : ': ""\n') : "";
    }
    if (!Array.isArray(value)) {
      return key + ": " + yaml(value) + "\n";
    }
    if (TERMS.indexOf(key) >= 0) {
      return key + ": [" + value.map(yaml).join(", ") + "]\n";
    }
    return key + ":\n" + value.map(function (item) {
      if (typeof item === "string") {
        return "  - " + yaml(item) + "\n";
      }
      if (Array.isArray(item)) {
        return "  " + yaml(item[0]) + ": " + yaml(item[1]) + "\n";
      }
      return Object.keys(item).filter(function (name) { return item[name]; }).map(function (name, i) {
        return (i ? "    " : "  - ") + name + ": " + yaml(item[name]) + "\n";
      }).join("");
    }).join("");
  }

  // Markdown as it was written, but that markup stays text, headings stay below the section's own, and what was opened
  // is closed.
  page.guard = function (written) {
    const text = page.clean(written).replace(/\t/g, "    ").replace(/([^ \n]|^) +$/gm, "$1").replace(/^\n+/, "").trimEnd();
    let before = "";
    const headed = text.split("\n").map(function (line) {
      const underline = before.trim() && /^[\s>]*(?:=+|-+)$/.test(line);
      before = line;
      return underline ? line.replace(/[=-]/, "\\$&") : line.replace(/^([\s>]*(?:(?:[-+*]|\d{1,9}[.)])[\s>]+)*)#{1,2}(?=\s|$)/, "$1###");
    }).join("\n");
    const safe = page.prose(headed, function (piece) {
      return piece.replace(/<(?:(?:https?:\/\/|mailto:)[^\s<>]*>|(?=[a-z/!?]))/gi, function (found) { return found.length > 1 ? found : "\\<"; });
    }, function (code) { return code; });
    return safe + (page.openFence ? "\n" + page.openFence : "");
  };

  function points(text) {
    return /^\s*(?:[-+*]|\d+[.)])\s/m.test(text) ? text : text.replace(/^(?=.*\S)/gm, "- ");
  }

  function stepLines(steps) {
    return steps.map(function (step, i) {
      const gist = oneLine(step.gist).replace(/[\\\x60*_[\]<>&#~|!]/g, "\\$&");
      const how = page.guard(step.how || "").replace(/\n/g, "\n   ").replace(/^ +$/gm, "");
      const minutes = /^[1-9]\d{0,2}$/.test(step.minutes) ? "(" + step.minutes + " min)" : "";
      const bold = gist && "**" + (/[.?!:…]$/.test(gist) ? gist : gist + ".") + "**";
      return (i + 1) + ". " + [bold, how, minutes].filter(Boolean).join(" ");
    }).join("\n");
  }

  // The text of a form's values: a file's name, its text, and what the checks need.
  page.compose = function (folder, values, parts) {
    const rules = page.rules;
    const one = {};
    rules.keys[folder].forEach(function (key) {
      const value = values[key];
      if (key === "leverage") {
        one[key] = [value, values.leverageAlso].filter(function (slug, i, both) { return slug && both.indexOf(slug) === i; });
      } else if (key === "materials" || key === "authors" || key === "aka") {
        one[key] = lines(value);
      } else if (key === "practices") {
        one[key] = (value || []).map(function (row) { return row.practice; }).filter(function (slug, i, all) { return slug && all.indexOf(slug) === i; });
      } else if (key === "related") {
        const seen = {};
        one[key] = (value || []).filter(function (row) {
          return row.practice && !Object.hasOwn(seen, row.practice) && (seen[row.practice] = true);
        }).map(function (row) { return [row.practice, oneLine(row.reason)]; });
      } else if (key === "sources") {
        one[key] = (value || []).map(function (row) {
          const source = {};
          ["title", "author", "year", "url", "note"].forEach(function (name) { source[name] = oneLine(row[name]); });
          return source;
        }).filter(function (source) { return Object.values(source).some(Boolean); });
      } else {
        one[key] = Array.isArray(value) ? value : oneLine(value);
      }
    });
    if (folder === "attempts" && !one.shared_by) {
      one.shared_by = "anonymous";
    }
    ["time", "group"].forEach(function (key) {
      if (one[key]) {
        one[key] = page[key](one[key]) || one[key];
      }
    });
    let slug = page.slug(one.title || "");
    if (folder === "attempts") {
      for (let base = slug, n = 2; slug && page.has(folder, slug); n++) {
        slug = base + "-" + n;
      }
    }
    const front = rules.keys[folder].map(function (key) {
      return field(key, one[key], rules.required[folder].indexOf(key) >= 0);
    }).join("");
    const texts = [];
    let body = "";
    let line = 0;
    const put = function (field, before, text) {
      if (text) {
        texts.push({ field: field, text: text, line: line });
        body += before + text + "\n";
        line = body.split("\n").length - 1;
      }
    };
    parts.forEach(function (part) {
      const text = page.guard(part.text);
      const heading = "\n## " + part.heading + "\n\n";
      put(part.field, heading, part.points && text ? points(text) : text);
      put(part.steps ? "steps" : part.field, text ? "\n" : heading, part.steps ? stepLines(part.steps) : "");
    });
    const path = folder + "/" + slug + ".md";
    const problems = page.check(path, one, texts, body, true);
    if (front.length > rules.limits.frontMatter) {
      problems.splice(0, problems.length);
      const says = rules.says["front-matter-long"];
      problems.push({ code: "front-matter-long", field: "summary", error: says[0], text: says[1], remedy: says[3] });
    }
    const nameless = one.title && (!slug ? "noLetter" : new TextEncoder().encode(slug).length > rules.limits.name ? "longName" : "");
    if (nameless) {
      problems.push({ code: "title-name", field: "title", error: true, text: page.word(nameless), remedy: "" });
    }
    const blank = !one.title && !one.summary && !one.lesson && !body;
    return {
      name: slug && slug + ".md", path: slug ? path : "", title: one.title, summary: one.summary || one.lesson,
      facts: [one.time, one.group].filter(Boolean), body: body, text: blank ? "" : "---\n" + front + "---\n" + body, problems: problems
    };
  };
})();
