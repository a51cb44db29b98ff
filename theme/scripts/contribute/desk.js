// The desk of a form: drafts, and the larger scripts and the rules of the build, by which a text is checked and handed
// over; they are loaded when somebody begins to write. What a contributor wrote is set as text and never as markup.
(function () {
  "use strict";
  const desk = document.querySelector("[data-contribute]");
  if (!desk) {
    return;
  }
  const page = { desk: desk, loading: 0 };
  const key = "playbook.draft:" + location.pathname + location.search;
  const waiting = [];
  const parts = {};
  let asked = false;
  let ready = false;
  let there = 0;
  window.playbookContribute = page;

  page.find = function (selector) { return desk.querySelector(selector); };

  page.load = function (path, done, failed) {
    const script = document.createElement("script");
    script.src = document.body.dataset.root + path;
    script.onload = done;
    script.onerror = failed || page.broken;
    document.head.append(script);
  };

  // What a script of data sets, or nothing as long as it is not there; then the form is looked at again. Where it is
  // missing the form says a little less, or does what is asked for.
  page.part = function (path, name, failed) {
    if (!Object.hasOwn(parts, path)) {
      parts[path] = undefined;
      page.loading++;
      const done = function () {
        page.loading--;
        parts[path] = window[name];
        window[name] = undefined;
        page.refresh();
      };
      page.load(path, done, failed || done);
    }
    return parts[path];
  };

  // The text of a file as it was written. The scripts hold runs of neighbours: the last that begins at or before the path.
  page.source = function (path, failed) {
    const number = page.rules.texts.filter(function (first) { return first <= path; }).length - 1;
    const texts = number < 0 ? {} : page.part("contribute/texts-" + number + ".js", "playbookTexts", failed);
    return texts && (Object.hasOwn(texts, path) ? texts[path] : "");
  };

  page.broken = function () {
    desk.classList.add("broken");
    page.find("[data-broken]").hidden = false;
    document.querySelector("[data-by-hand]").open = true;
  };

  // Begins when the rules are there.
  page.start = function (begin) {
    page.load("contribute/rules.js", function () {
      page.rules = window.playbookRules;
      begin();
    });
  };

  // Does something when the larger script is there.
  page.writing = function (work) {
    if (ready) {
      work();
      return;
    }
    waiting.push(work);
    if (!asked) {
      asked = true;
      const needed = ["contribute/checks.js"].concat(desk.dataset.scripts.split(" "));
      needed.forEach(function (path) {
        page.load(path, function () {
          ready = ++there === needed.length;
          if (ready) {
            Object.assign(page.rules, window.playbookChecks);
            waiting.forEach(function (one) { one(); });
          }
        });
      });
    }
  };

  page.element = function (name, content, attributes) {
    const made = document.createElement(name);
    made.append.apply(made, Array.isArray(content) ? content : [content]);
    Object.keys(attributes || {}).forEach(function (one) { made.setAttribute(one, attributes[one]); });
    return made;
  };

  page.fill = function (text, values) {
    return text.replace(/\{(\d)\}/g, function (place, n) { return n in values ? values[n] : place; });
  };

  page.word = function (name) {
    return page.fill(page.rules.words[name] || name, Array.prototype.slice.call(arguments, 1));
  };

  page.count = function (name, n) { return page.word(name + (n === 1 ? "-one" : "-other"), n); };

  // Without what no file may hold (Characters in Java): control characters, overrides, halves of a character.
  page.clean = function (text) {
    return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e\ufdd0-\ufdef\ufeff\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1\ufffd");
  };

  // One line end after the last words. A regular expression would begin anew at each of many blank lines.
  page.endOnce = function (text) {
    let end = text.length;
    while (end > 0 && text[end - 1] === "\n") {
      end -= 1;
    }
    return text.slice(0, end) + "\n";
  };

  // A draft is what the form holds, kept in this browser. A browser may refuse.
  page.recall = function () {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (error) {
      return null;
    }
  };

  page.remember = function (values) {
    try {
      localStorage.setItem(key, JSON.stringify(values));
    } catch (error) {
      notice("noDraft", false);
    }
  };

  function notice(name, clear) {
    page.find("[data-draft-text]").textContent = page.word(name);
    page.find("[data-draft-clear]").hidden = !clear;
    page.find("[data-draft]").hidden = false;
  }

  page.restored = function (clear) {
    notice("draft", true);
    page.find("[data-draft-clear]").addEventListener("click", function () {
      try {
        localStorage.removeItem(key);
      } catch (error) {
        // there was none
      }
      clear();
      page.writing(function () {
        page.calm();
        page.refresh();
      });
      notice("draftGone", false);
      page.find("form input, form textarea, form select").focus();
    });
  };

  desk.addEventListener("focusin", function () { page.writing(function () {}); });

  desk.addEventListener("focusout", function (event) {
    const field = event.target.closest("[data-field]");
    if (field && event.target.value) {
      field.setAttribute("data-touched", "");
    }
  });

  desk.addEventListener("click", function (event) {
    const way = event.target.closest("[data-act]");
    if (way && ready) {
      page.handOver(event, way.dataset.act);
    } else if (way) {
      event.preventDefault();
      page.writing(function () { page.handOver(event, way.dataset.act); });
    }
  });
})();
