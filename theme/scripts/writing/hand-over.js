// What a form has made: its problems, its preview, and the ways to hand it over.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const word = page.word;
  const { element, handed, keepHanded, stored } = window.playbookDrafts;
  let told = page.desk.dataset.contribute === "change";
  let going = "";
  let now = { findings: [], name: "", path: "", text: "" };

  const fieldOf = (finding) => [finding.field, "text"].map((name) => page.find('[data-field="' + name + '"]')).find((field) => field && !field.closest("[hidden]")) || page.find("form");

  const controlOf = (finding) => fieldOf(finding).querySelector("input, textarea, select, button");

  const sentence = (text) => text && text[0].toUpperCase() + text.slice(1) + (/[?.!…]$/.test(text) ? "" : ".");

  // What the check says, which it says in English.
  function says(finding) {
    const text = sentence(finding.message + (finding.label ? " (" + finding.label + ")" : ""));
    const inText = !fieldOf(finding).dataset.field || fieldOf(finding).dataset.field === "text";
    // what to write in which line of the file is of no use in a form
    const useful = inText || !/-missing$|^source-|^related-reason$|^time-sum$/.test(finding.code);
    const all = finding.remedy && useful ? text + " " + sentence(finding.remedy) : text;
    return [inText && finding.line ? word("line", finding.line, "") : "", element("bdi", all, { lang: "en" })];
  }

  // Marks a line of a large text, and brings it into sight.
  function mark(area, line) {
    const lines = area.value.split("\n");
    const before = lines.slice(0, line - 1).join("\n");
    const start = before.length + (line > 1 ? 1 : 0);
    const copy = area.cloneNode();
    // where a line stands depends on how those above it are broken: measured in a copy that is only as high as its text
    copy.value = before;
    copy.setAttribute("aria-hidden", "true");
    copy.removeAttribute("id");
    copy.rows = 1;
    copy.classList.add("measure");
    copy.style.width = area.offsetWidth + "px";
    area.after(copy);
    area.setSelectionRange(start, start + (lines[line - 1] || "").length);
    area.scrollTop = Math.max(0, copy.scrollHeight - area.clientHeight / 2);
    copy.remove();
  }

  function go(finding) {
    const whole = page.desk.querySelector('[data-as="text"]');
    if (!fieldOf(finding).dataset.field && whole) {
      whole.click();
    }
    const control = controlOf(finding);
    for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    control.focus();
    if (control.id === "f-text" && finding.line) {
      mark(control, finding.line);
    }
  }

  // The correction that the judge knows, made in the text.
  function mend(finding) {
    const { start, end, text } = finding.instead;
    page.fill(now.text.slice(0, start) + text + now.text.slice(end));
    page.refresh();
    controlOf(finding).focus(); // the list, and with it the button, is another one now
  }

  function list(findings) {
    return findings.map((finding) => {
      const link = element("a", says(finding), { href: "#" });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go(finding);
      });
      const item = element("li", [link], { "data-code": finding.code, class: finding.error ? "error" : "advice" });
      if (finding.instead && finding.instead.text.trim()) {
        const button = element("button", word("mendIt", finding.instead.text.trim()), { type: "button", class: "plain-button" });
        button.addEventListener("click", () => mend(finding));
        item.append(" ", button);
      }
      return item;
    });
  }

  // What somebody may still be about to write.
  const early = (finding) => !told && /-(missing|author|reason|thin|learning|empty|list|open)$|^stars$/.test(finding.code) && !fieldOf(finding).hasAttribute("data-touched");

  function beside(findings) {
    page.desk.querySelectorAll(".says").forEach((place) => {
      const field = place.closest("[data-field]").dataset.field;
      const mine = findings.filter((finding) => fieldOf(finding).dataset.field === field);
      const text = mine.map((finding) => finding.line + says(finding)[1].textContent).join("\n");
      if (place.dataset.text !== text) {
        place.dataset.text = text;
        place.replaceChildren(...mine.map((finding) => element("p", says(finding), { class: finding.error ? "error" : "advice" })));
        const control = page.find("#f-" + field);
        if (control) {
          control.setAttribute("aria-invalid", mine.some((finding) => finding.error));
        }
      }
    });
  }

  // The judge's own markup: every sign of the writer's is escaped in it, and nothing of it is run in a document of its own.
  function preview(html) {
    const made = new DOMParser().parseFromString("<!doctype html><body>" + html, "text/html").body;
    made.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    made.querySelectorAll("a[href]").forEach((link) => {
      if (link.getAttribute("href").startsWith("#")) {
        link.removeAttribute("href");
      } else {
        link.target = "_blank";
        link.rel = "noopener";
      }
    });
    if (made.querySelector("code.raw")) {
      made.prepend(element("p", word("rawHtml"), { class: "small raw-note" }));
    }
    page.find("[data-preview]").replaceChildren(...made.childNodes);
  }

  // Shows what a form has made. What nobody has come to yet is not complained about; advice waits, folded, until nothing
  // that is needed is missing.
  page.show = function (file, verdict) {
    now = Object.assign({ findings: verdict.findings }, file);
    const near = verdict.findings.filter((finding) => !early(finding));
    const whole = verdict.findings.every((finding) => !finding.error);
    const shown = whole ? verdict.findings : near;
    const wrong = shown.filter((finding) => finding.error);
    const advice = shown.filter((finding) => !finding.error);
    const counts = Object.entries({ errors: wrong, advice }).filter(([, some]) => some.length).map(([name, some]) => playbookSay.counted((form) => page.rules.words[`${name}-${form}`], some.length));
    beside(near);
    const place = page.find("[data-verdict]");
    const text = !file.text ? word("empty") : file.unchanged ? word("unchanged") : counts.length === 0 ? word(file.unread ? "unread" : whole ? "good" : "more") : counts.length === 1 ? sentence(counts[0]) : word("and", counts[0], counts[1]);
    if (place.textContent !== text) {
      place.textContent = text;
    }
    page.find("[data-verdict-again]").textContent = text;
    place.classList.toggle("bad", wrong.length > 0);
    place.classList.toggle("unsure", Boolean(file.text) && counts.length === 0 && (file.unread || !whole));
    const fold = page.find("[data-advice]");
    fold.hidden = advice.length === 0;
    page.find("[data-errors]").replaceChildren(...list(wrong));
    fold.lastElementChild.replaceChildren(...list(advice));
    page.find("[data-file]").value = file.text;
    page.find("[data-file-name]").textContent = file.path;
    preview(file.text ? verdict.preview : "");
    addresses();
  };

  function hostAddress() {
    const host = page.rules.host;
    if (now.exists) {
      return { href: host.edit + now.path.split("/").map(encodeURIComponent).join("/"), whole: false };
    }
    return playbookSend.host(host[now.path.split("/")[0]], host.text, now.name, now.text);
  }

  function mailAddress() {
    const subject = word("subject", document.querySelector("h1").textContent, now.title);
    return playbookSend.mail(page.rules.email, subject, now.path, now.text, word("pasteHere"));
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

  // The page of all forms says where it is then.
  function noteHanded() {
    const { path, exists, title } = now;
    keepHanded([{ at: Date.now(), way: going, title: page.titled(title || path), path, exists }, ...handed()]);
  }

  // What is to be done now. Where the text has left the form its draft is gone, and comes back when it is asked for.
  function steps(lines, left) {
    const list = element("ol", lines.map((line) => element("li", line)));
    page.find("[data-next]").replaceChildren(list);
    if (!left) {
      return;
    }
    page.forget();
    noteHanded();
    const says = element("span", word("handed"));
    const button = element("button", word("keepDraft"), { type: "button", class: "plain-button" });
    button.addEventListener("click", () => {
      page.settle(null);
      page.keep();
      says.textContent = word("draftKept");
      button.remove();
    });
    list.after(element("p", [says, " ", button, " ", element("a", word("where"), { href: "index.html" })], { class: "small" }));
  }

  // Who is to get it: whoever the playbook names.
  function receiver() {
    const rules = page.rules;
    return rules.email ? word("copy-2-email", rules.email) : rules.host ? word("copy-2-host", rules.host.repository) : word("copy-2");
  }

  // From a disk a browser may refuse the newer way, and by its settings the older one, too.
  const copy = () => playbookSend.copy(now.text).then(() => true, oldCopy);

  function oldCopy() {
    const focused = document.activeElement;
    const file = page.find("[data-file]");
    file.closest("details").open = true;
    file.focus();
    file.select();
    const done = stored(() => document.execCommand("copy"));
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
        const there = now.exists ? [word("edit-2"), word("edit-3")] : [word("host-2"), word("host-3", now.name)];
        const lines = [word("host-1", host), word("fork-" + page.rules.host.kind), ...there, word("host-4")];
        if (!whole) {
          lines.unshift(word(copied ? now.exists ? "copied" : "paste-1" : "notCopied"));
        }
        steps(lines, whole || copied);
      });
    },
    copy: () => copy().then((copied) => {
      steps([word(copied ? "copied" : "notCopied"), now.exists ? word("copy-1-change", now.path) : word("copy-1", now.name), receiver()], copied);
    }),
    download: function () {
      playbookSend.save(now.name, now.text);
      steps([word("saved", now.name), receiver()], true);
    },
    email: function () {
      if (mailAddress().whole) {
        steps([word("mail-1", page.rules.email || word("mail-nobody")), receiver(), word("mail-2")], true);
      } else {
        copy().then((copied) => steps([word(copied ? "mail-long-1" : "notCopied"), receiver(), word("mail-2")], copied));
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
    const errors = now.findings.filter((finding) => finding.error);
    const summary = page.find("[data-summary]");
    summary.hidden = errors.length === 0;
    if (errors.length > 0 || !now.name) {
      event.preventDefault();
      summary.replaceChildren(element("p", word("mend")), element("ul", list(errors)), element("p", [page.find("[data-pass-on]").cloneNode(true)]));
      summary.focus();
    } else {
      going = way;
      ways[way]();
    }
  };
})();
