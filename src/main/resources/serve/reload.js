// The writer's desk: asks the server for the next change and loads the page again when there is one, and writes what was
// found beside the text that it is about. The place on the page is kept by the browser.
var playbookServe = (function () {
  "use strict";
  var own = document.currentScript;
  var version = Number(own.getAttribute("data-version"));
  var page = own.getAttribute("data-page");
  var token = own.getAttribute("data-token");
  var closedKey = "playbook-desk-closed";

  // where the fields of the front matter are shown
  var PLACES = {
    title: "main h1", aka: "main h1", state: "main h1", replaced_by: "main h1",
    summary: "main .lead", lesson: "main .lead, main .lesson",
    challenges: "main .for-when", roles: "main .strip", phases: "main .strip", leverage: "main .strip",
    time: "main .strip", group: "main .strip", experience: "main .strip", result: "main .result",
    materials: "[id='page.materials']", related: "[id='page.related']", sources: "[id='page.sources']",
    authors: "main .colophon", reviewed: "main .colophon"
  };

  function call(name, query, again) {
    var script = document.createElement("script");
    script.src = "/-/" + name + "?token=" + token + "&" + query + "&at=" + Date.now();
    script.onerror = function () {
      script.remove();
      setTimeout(again, 1000);
    };
    script.onload = function () {
      script.remove();
    };
    document.head.appendChild(script);
  }

  function ask() {
    call("changed.js", "since=" + version, ask);
  }

  function askNotes() {
    call("notes.js", "since=" + version + "&page=" + encodeURIComponent(page), askNotes);
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  // what the check says, which it says in English
  function english(text) {
    var made = element("bdi", "", text);
    made.lang = "en";
    return made;
  }

  function link(href, text) {
    var made = element("a", "", text);
    made.href = href;
    return made;
  }

  // Every block that knows its line, in the order of the page.
  function blocks(headings) {
    var all = [];
    document.querySelectorAll("main [data-line]").forEach(function (block) {
      all.push({ line: Number(block.getAttribute("data-line")), block: block });
    });
    Object.keys(headings || {}).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading && !heading.hasAttribute("data-line")) {
        all.push({ line: headings[id], block: heading });
      }
    });
    return all;
  }

  function placeOf(note, all) {
    var shown = note.key ? document.querySelector(PLACES[note.key] || "main h1") : null;
    if (note.key || !note.line) {
      return shown || document.querySelector("main h1") || document.querySelector("main");
    }
    var best = null;
    all.forEach(function (one) {
      if (one.line <= note.line && (!best || one.line >= best.line)) {
        best = one;
      }
    });
    return best ? best.block : document.querySelector("main h1") || document.querySelector("main");
  }

  function put(note, block, labels) {
    var aside = element("aside", "desk-note" + (note.error ? " desk-error" : ""));
    var first = element("p");
    first.appendChild(element("strong", "", (note.error ? labels.error : labels.adviceOne) + ": "));
    first.appendChild(english(note.message + (note.label ? " (" + note.label + ")" : "") + "."));
    aside.appendChild(first);
    [[labels.effect, note.effect], ["{0}", note.remedy]].forEach(function (said) {
      if (said[1]) {
        var around = said[0].split("{0}");
        var line = element("p", "", around[0]);
        line.appendChild(english(said[1]));
        line.appendChild(document.createTextNode(around[1]));
        aside.appendChild(line);
      }
    });
    if (note.write) {
      aside.appendChild(element("p", "", labels.write));
      aside.appendChild(element("pre", "", note.write));
    }
    if (note.edit) {
      var way = element("p");
      way.appendChild(link(note.edit, note.line ? labels.line.replace("{0}", note.line) : labels.open));
      aside.appendChild(way);
    }
    block.classList.add("desk-marked");
    if (note.error) {
      block.classList.add("desk-marked-error");
    }
    var name = block.tagName;
    if (name === "LI" || name === "DD" || name === "BLOCKQUOTE" || name === "MAIN") {
      block.appendChild(aside);
      return;
    }
    var after = name === "TR" ? block.closest(".table") || block.closest("table") : name === "DT" ? block.closest("dl") : block;
    while (after.nextElementSibling && after.nextElementSibling.classList.contains("desk-note")) {
      after = after.nextElementSibling;
    }
    after.after(aside);
  }

  function bar(data) {
    var closed = false;
    try {
      closed = sessionStorage.getItem(closedKey) === data.title;
    } catch (e) {
      // the browser keeps nothing: then it is open
    }
    var box = element("details", "desk-bar" + (data.errors ? " desk-error" : ""));
    box.open = data.elsewhere.length > 0 && !closed;
    box.setAttribute("aria-label", data.labels.label);
    box.appendChild(element("summary", "", data.title));
    var inner = element("div", "desk-inner");
    if (data.edit) {
      var own = element("p");
      own.appendChild(link(data.edit, data.labels.open));
      own.appendChild(document.createTextNode(" " + data.file));
      inner.appendChild(own);
    }
    if (data.elsewhere.length) {
      inner.appendChild(element("p", "desk-title", data.labels.elsewhere));
      var list = element("ul");
      data.elsewhere.forEach(function (one) {
        var item = element("li");
        item.appendChild(one.edit ? link(one.edit, one.place) : element("span", "", one.place));
        item.appendChild(document.createTextNode(" "));
        item.appendChild(english(one.message));
        item.appendChild(document.createTextNode(" "));
        if (one.page) {
          item.appendChild(link(one.page, data.labels.here));
        }
        list.appendChild(item);
      });
      inner.appendChild(list);
      if (data.more) {
        inner.appendChild(element("p", "", data.more));
      }
    }
    if (inner.firstChild) {
      box.appendChild(inner);
    }
    box.addEventListener("toggle", function () {
      try {
        if (box.open) {
          sessionStorage.removeItem(closedKey);
        } else {
          sessionStorage.setItem(closedKey, data.title);
        }
      } catch (e) {
        // it opens again on the next page
      }
    });
    document.body.appendChild(box);
  }

  function clear() {
    document.querySelectorAll(".desk-note, .desk-bar").forEach(function (old) {
      old.remove();
    });
    document.querySelectorAll(".desk-marked").forEach(function (old) {
      old.classList.remove("desk-marked", "desk-marked-error");
    });
  }

  function start() {
    ask();
    askNotes();
  }

  // earlier the answer that is held back would hold the page back too
  if (document.readyState === "complete") {
    start();
  } else {
    addEventListener("load", start);
  }

  return {
    is: function (number) {
      if (number !== version) {
        location.reload();
      } else {
        ask();
      }
    },
    notes: function (data) {
      if (data.version !== version) {
        return; // the page is about to be loaded again
      }
      if (!data.here) {
        if (page) {
          askNotes();
        }
        return;
      }
      clear();
      var all = blocks(data.headings);
      data.here.forEach(function (note) {
        put(note, placeOf(note, all), data.labels);
      });
      bar(data);
    }
  };
})();
