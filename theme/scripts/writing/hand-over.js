// What a form has made: its problems, its preview, and the ways to hand it over.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const word = page.word;
  const element = page.element;
  // GitHub refuses longer addresses; mail programs refuse them sooner.
  const LONGEST_TEXT = 6 * 1024;
  const LONGEST_ADDRESS = 8000;
  const LONGEST_MAIL = 2000;
  let told = page.desk.dataset.contribute === "change";
  let now = { problems: [], name: "", path: "", text: "" };

  function fieldOf(problem) {
    return page.find('[data-field="' + problem.field + '"]') || page.find("form");
  }

  function controlOf(problem) {
    return fieldOf(problem).querySelector("input, textarea, select, button");
  }

  function says(problem) {
    const text = problem.text[0].toUpperCase() + problem.text.slice(1) + (/\?$/.test(problem.text) ? "" : ".");
    // what to write in which line of the file is of no use in a form
    const useful = problem.field === "text" || !/-missing$|^source-|^related-reason$|^time-sum$/.test(problem.code);
    const all = problem.remedy && useful ? text + " " + problem.remedy[0].toUpperCase() + problem.remedy.slice(1) + "." : text;
    return problem.field === "text" && problem.line !== undefined ? word("line", problem.line + 1, all) : all;
  }

  // Marks a line of a large text, and brings it into sight.
  function mark(area, line) {
    const lines = area.value.split("\n");
    const start = lines.slice(0, line).join("\n").length + (line ? 1 : 0);
    const copy = area.cloneNode();
    // where a line stands depends on how those above it are broken: measured in a copy that is only as high as its text
    copy.value = lines.slice(0, line).join("\n");
    copy.setAttribute("aria-hidden", "true");
    copy.removeAttribute("id");
    copy.rows = 1;
    copy.style.cssText = "position:absolute;visibility:hidden;height:0;min-height:0;width:" + area.offsetWidth + "px";
    area.after(copy);
    area.setSelectionRange(start, start + lines[line].length);
    area.scrollTop = Math.max(0, copy.scrollHeight - area.clientHeight / 2);
    copy.remove();
  }

  function list(problems) {
    return problems.map(function (problem) {
      const link = element("a", says(problem), { href: "#" });
      link.addEventListener("click", function (event) {
        event.preventDefault();
        const control = controlOf(problem);
        for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) {
          fold.open = true;
        }
        control.focus();
        if (problem.field === "text" && problem.line !== undefined) {
          mark(control, problem.line);
        }
      });
      return element("li", [link], { "data-code": problem.code, class: problem.error ? "error" : "advice" });
    });
  }

  // What somebody may still be about to write.
  function early(problem) {
    return !told && /-(missing|author|reason|thin|learning|empty|list|open)$|^stars$/.test(problem.code) && !fieldOf(problem).hasAttribute("data-touched");
  }

  // Shows what a form has made. What nobody has come to yet is not complained about; advice waits, folded, until nothing
  // that is needed is missing.
  page.show = function (made) {
    now = made;
    const beside = made.problems.filter(function (problem) { return !early(problem); });
    const whole = made.problems.every(function (problem) { return !problem.error; });
    const shown = whole ? made.problems : beside;
    page.desk.querySelectorAll(".says").forEach(function (place) {
      const field = place.closest("[data-field]").dataset.field;
      const mine = beside.filter(function (problem) { return problem.field === field; });
      const text = mine.map(says).join("\n");
      if (place.dataset.text !== text) {
        place.dataset.text = text;
        place.replaceChildren.apply(place, mine.map(function (problem) {
          return element("p", says(problem), { class: problem.error ? "error" : "advice" });
        }));
        place.parentElement.querySelectorAll('[id="f-' + field + '"]').forEach(function (control) {
          control.setAttribute("aria-invalid", mine.some(function (problem) { return problem.error; }));
        });
      }
    });
    const wrong = shown.filter(function (problem) { return problem.error; });
    const advice = shown.filter(function (problem) { return !problem.error; });
    const errors = wrong.length;
    const counts = [];
    if (errors) {
      counts.push(page.count("errors", errors));
    }
    if (advice.length) {
      counts.push(page.count("advice", advice.length));
    }
    const verdict = page.find("[data-verdict]");
    const text = !made.text ? word("empty") : counts.length === 0 ? word(made.unread ? "unread" : whole ? "good" : "more") : counts.length === 1 ? counts[0][0].toUpperCase() + counts[0].slice(1) + "." : word("and", counts[0], counts[1]);
    if (verdict.textContent !== text) {
      verdict.textContent = text;
    }
    verdict.classList.toggle("bad", errors > 0);
    verdict.classList.toggle("unsure", Boolean(made.text) && counts.length === 0 && (made.unread || !whole));
    const fold = page.find("[data-advice]");
    fold.hidden = advice.length === 0;
    page.find("[data-errors]").replaceChildren.apply(page.find("[data-errors]"), list(wrong));
    fold.lastElementChild.replaceChildren.apply(fold.lastElementChild, list(advice));
    page.find("[data-file]").value = made.text;
    page.find("[data-file-name]").textContent = made.path;
    page.preview(page.find("[data-preview]"), made);
    addresses();
  };

  function query(text) { return encodeURIComponent(text).replace(/%20/g, "+"); }

  function fits(text, address, longest) {
    return new TextEncoder().encode(text).length <= LONGEST_TEXT && address.length <= longest;
  }

  function hostAddress() {
    const host = page.rules.host;
    if (now.exists) {
      return { href: host.edit + now.path.split("/").map(encodeURIComponent).join("/"), whole: false };
    }
    const short = host[now.path.split("/")[0]] + query(now.name);
    const whole = short + host.text + query(now.text);
    return fits(now.text, whole, LONGEST_ADDRESS) ? { href: whole, whole: true } : { href: short, whole: false };
  }

  function mailAddress() {
    const start = "mailto:" + page.rules.email + "?subject=" + encodeURIComponent(word("subject", document.querySelector("h1").textContent, now.title)) + "&body=";
    const whole = start + encodeURIComponent(now.path + "\n\n" + now.text).replace(/%0A/g, "%0D%0A");
    return fits(now.text, whole, LONGEST_MAIL) ? { href: whole, whole: true } : { href: start + encodeURIComponent(now.path + "\r\n\r\n" + word("pasteHere")), whole: false };
  }

  function act(name) { return page.find('[data-act="' + name + '"]'); }

  function addresses() {
    if (now.name) {
      if (page.rules.host) {
        act("host").href = hostAddress().href;
      }
      act("email").href = mailAddress().href;
    }
  }

  function steps(lines) {
    page.find("[data-next]").replaceChildren(element("ol", lines.map(function (line) { return element("li", line); })));
  }

  // From a disk a browser may refuse the newer way, and by its settings the older one, too.
  function copy() {
    if (navigator.clipboard && navigator.clipboard.writeText) {
      return navigator.clipboard.writeText(now.text).then(function () { return true; }, oldCopy);
    }
    return Promise.resolve(oldCopy());
  }

  function oldCopy() {
    const focused = document.activeElement;
    const file = page.find("[data-file]");
    file.closest("details").open = true;
    file.focus();
    file.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      // told to the reader
    }
    if (done && focused) {
      focused.focus();
    }
    return done;
  }

  const ways = {
    host: function () {
      const host = page.rules.host.title;
      const whole = hostAddress().whole;
      copy().then(function (copied) {
        const lines = [word("host-1", host)];
        if (now.exists) {
          lines.push(word("edit-2"), word("edit-3"), word("host-4"));
        } else {
          lines.push(word("host-2"), word("host-3", now.name), word("host-4"));
        }
        if (!whole) {
          lines.unshift(word(copied ? now.exists ? "copied" : "paste-1" : "notCopied"));
        }
        steps(lines);
      });
    },
    copy: function () {
      copy().then(function (copied) {
        const rules = page.rules;
        const lines = [word(copied ? "copied" : "notCopied"), now.exists ? word("copy-1-change", now.path) : word("copy-1", now.name), rules.email ? word("copy-2-email", rules.email) : word("copy-2")];
        if (rules.host && !now.exists) {
          lines.push(word("copy-3-host", rules.host.title));
        }
        steps(lines);
      });
    },
    download: function () {
      const url = URL.createObjectURL(new Blob([now.text], { type: "text/markdown" }));
      const link = element("a", "", { href: url, download: now.name });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(url); }, 60000);
      steps([word("saved", now.name), page.rules.email ? word("copy-2-email", page.rules.email) : word("copy-2")]);
    },
    email: function () {
      if (mailAddress().whole) {
        steps([word("mail-1", page.rules.email || word("mail-nobody")), word("mail-2")]);
      } else {
        copy().then(function (copied) { steps([word(copied ? "mail-long-1" : "notCopied"), word("mail-2")]); });
      }
    }
  };

  // Starts all over, without complaints.
  page.calm = function () {
    told = false;
    page.find("[data-summary]").hidden = true;
    page.find("[data-next]").replaceChildren();
    page.desk.querySelectorAll("[data-touched]").forEach(function (field) { field.removeAttribute("data-touched"); });
  };

  page.handOver = function (event, way) {
    told = true;
    page.refresh();
    const errors = now.problems.filter(function (problem) { return problem.error; });
    const summary = page.find("[data-summary]");
    summary.hidden = errors.length === 0;
    if (errors.length > 0 || !now.name) {
      event.preventDefault();
      summary.replaceChildren(element("p", word("mend")), element("ul", list(errors)));
      summary.focus();
    } else {
      ways[way]();
    }
  };
})();
