// What somebody wrote in this browser: drafts, which go off together, and what was handed over, with what became of it.
(function () {
  "use strict";
  const place = document.querySelector("[data-yours]");
  const { all: drafts, day, element, handed, keepHanded, link: linkTo } = window.playbookDrafts;
  const say = (name, ...values) => playbookSay.filled(place.dataset[name], ...values);
  const find = (selector) => place.querySelector(selector);

  // A fence that is longer than any in the texts.
  const bundle = (files) => files.map(({ path, text }) => {
    const fence = "\x60".repeat(Math.max(3, ...(text.match(/\x60+/g) || []).map((run) => run.length + 1)));
    return `### ${path}\n\n${fence}markdown\n${text}${text.endsWith("\n") ? "" : "\n"}${fence}\n`;
  }).join("\n");

  const ticked = () => {
    const keys = Array.from(place.querySelectorAll("[data-list=drafts] input:checked"), (box) => box.value);
    return drafts().filter((draft) => keys.includes(draft.key));
  };

  const subject = (chosen) => chosen.map((draft) => draft.file.title).join(", ");

  function addresses() {
    const chosen = ticked();
    const text = bundle(chosen.map((draft) => draft.file));
    const name = subject(chosen).slice(0, 200);
    const host = place.dataset.issue ? playbookSend.host(place.dataset.issue, place.dataset.issueText, name, text) : { href: "#" };
    const mail = playbookSend.mail(place.dataset.email, name, "", text, say("paste"));
    return { chosen, text, host, mail };
  }

  function draw(known) {
    const open = drafts();
    const gone = handed();
    const left = Array.from(place.querySelectorAll("[data-list=drafts] input:not(:checked)"), (box) => box.value);
    place.hidden = open.length + gone.length === 0;
    find("[data-part=drafts]").hidden = open.length === 0;
    find("[data-part=handed]").hidden = gone.length === 0;
    find("[data-list=drafts]").replaceChildren(...open.map((draft) => {
      const whole = draft.file && !draft.file.exists;
      const box = element("input", [], { type: "checkbox", value: draft.key, "aria-label": draft.title });
      box.checked = whole && !left.includes(draft.key);
      box.hidden = !whole;
      return element("li", [box, " ", linkTo(draft), " ", whole ? day(draft.at) : element("span", say(draft.file ? "change" : "open"), { class: "small" })]);
    }));
    find("[data-list=handed]").replaceChildren(...gone.map((one) => {
      const slug = one.path.replace(/^.*\/|\.md$/g, "");
      const there = known.includes(one.path.split("/")[0] + "/" + slug);
      const link = one.way === "host" ? place.dataset.proposals : one.way === "issue" ? place.dataset.issues : "";
      const status = there && !one.exists ? [say("there"), " ", element("a", say("read"), { href: "../" + one.path.replace(/\.md$/, ".html") })]
        : link ? [say("host"), " ", element("a", say("see"), { href: link, rel: "noopener" })]
          : [say(one.way === "email" ? "mail" : "kept")];
      const button = element("button", say("forget"), { type: "button", class: "plain-button" });
      button.addEventListener("click", () => {
        const row = Array.from(find("[data-list=handed]").children).indexOf(button.closest("li"));
        keepHanded(handed().filter((other) => other.at !== one.at || other.path !== one.path));
        draw(known);
        const rows = find("[data-list=handed]").children;
        const next = rows[Math.min(row, rows.length - 1)];
        const to = next ? next.querySelector("button") : document.querySelector("h1");
        to.tabIndex = next ? 0 : -1;
        to.focus();
      });
      return element("li", [one.title, " ", day(one.at), element("br", []), ...status, " ", button]);
    }));
    refresh();
  }

  function refresh() {
    const { chosen, host, mail } = addresses();
    find("[data-ways]").hidden = chosen.length === 0;
    if (find("[data-act=issue]")) {
      find("[data-act=issue]").href = host.href;
    }
    find("[data-act=email]").href = mail.href;
  }

  function shown(text) {
    const box = find("[data-text]");
    box.value = text;
    box.closest("details").open = true;
    box.select();
  }

  function hand(known, way) {
    const { chosen, text, host, mail } = addresses();
    const copied = () => playbookSend.copy(text).then(() => say("copied"), () => {
      shown(text);
      return say("notCopied");
    });
    const whole = way === "issue" ? host.whole : mail.whole;
    let told = Promise.resolve("");
    if (way === "download") {
      playbookSend.save("texts.md", text);
    } else if (way === "copy" || !whole) {
      told = copied();
    }
    // a link has to be followed first
    told.then((note) => setTimeout(() => {
      const at = Date.now();
      const before = chosen.map((draft) => [draft.key, localStorage.getItem(draft.key)]);
      keepHanded([...chosen.map((draft) => ({ at, way, title: draft.title, path: draft.file.path })), ...handed()]);
      before.forEach(([key]) => localStorage.removeItem(key));
      draw(known);
      const back = element("button", say("back"), { type: "button", class: "plain-button" });
      back.addEventListener("click", () => {
        before.forEach(([key, draft]) => localStorage.setItem(key, draft));
        keepHanded(handed().filter((one) => one.at !== at));
        find("[data-next]").replaceChildren();
        draw(known);
      });
      find("[data-next]").replaceChildren(element("p", [note, note ? " " : "", say("next" + way[0].toUpperCase() + way.slice(1)), " ", back]));
      back.focus();
    }));
  }

  if (drafts().length + handed().length > 0) {
    playbookLoad("contribute/rules.js").catch(() => {}).then(() => {
      const rules = window.playbookRules || { practices: [], attempts: [] };
      const known = ["practices", "attempts"].flatMap((kind) => rules[kind].map(([slug]) => kind + "/" + slug));
      draw(known);
      place.addEventListener("change", refresh);
      place.addEventListener("click", (event) => {
        const way = event.target.closest("[data-act]");
        if (way) {
          hand(known, way.dataset.act);
        }
      });
    });
  }
})();
