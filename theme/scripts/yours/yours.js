// What somebody wrote in this browser: drafts, which go off together, and what was handed over, with what became of it.
// Everything is set as text.
(function () {
  "use strict";
  const place = document.querySelector("[data-yours]");
  const folder = location.pathname.replace(/[^/]*$/, "");
  const DRAFT = "playbook.draft:";
  const HANDED = "playbook.handed:" + folder;
  const say = (name, ...values) => playbookSay.filled(place.dataset[name], ...values);
  const find = (selector) => place.querySelector(selector);

  function stored(work, otherwise) {
    try {
      return work() || otherwise;
    } catch (error) {
      return otherwise;
    }
  }

  const read = (key, otherwise) => stored(() => JSON.parse(localStorage.getItem(key)), otherwise);
  const drafts = () => stored(() => Object.keys(localStorage), []).filter((key) => key.startsWith(DRAFT + folder)).map((key) => ({ key, ...read(key, {}) })).filter((draft) => draft.title).sort((one, other) => other.at - one.at);
  const handed = () => read(HANDED, []);

  function element(name, content, attributes) {
    const made = document.createElement(name);
    made.append(...(Array.isArray(content) ? content : [content]));
    Object.entries(attributes || {}).forEach(([one, value]) => made.setAttribute(one, value));
    return made;
  }

  const day = (at) => new Date(at).toLocaleDateString(document.documentElement.lang, { dateStyle: "medium" });

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
    place.hidden = open.length + gone.length === 0;
    find("[data-part=drafts]").hidden = open.length === 0;
    find("[data-part=handed]").hidden = gone.length === 0;
    find("[data-list=drafts]").replaceChildren(...open.map((draft) => {
      const link = element("a", draft.title, { href: draft.key.slice(DRAFT.length) });
      const whole = draft.file && !draft.file.exists;
      const box = element("input", [], { type: "checkbox", value: draft.key, "aria-label": draft.title });
      box.checked = whole;
      box.hidden = !whole;
      return element("li", [box, " ", link, " ", element("span", whole ? day(draft.at) : say(draft.file ? "change" : "open"), { class: "small" })]);
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
        localStorage.setItem(HANDED, JSON.stringify(handed().filter((other) => other.at !== one.at || other.path !== one.path)));
        draw(known);
      });
      return element("li", [one.title, " ", element("span", day(one.at), { class: "small" }), element("br", []), ...status, " ", button]);
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
    const copied = () => Promise.resolve().then(() => navigator.clipboard.writeText(text)).then(() => say("copied"), () => {
      shown(text);
      return say("notCopied");
    });
    const whole = way === "issue" ? host.whole : mail.whole;
    let told = Promise.resolve("");
    if (way === "download") {
      const url = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
      element("a", "", { href: url, download: "texts.md" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    } else if (way === "copy" || !whole) {
      told = copied();
    }
    // a link has to be followed first
    told.then((note) => setTimeout(() => {
      const at = Date.now();
      const before = chosen.map((draft) => [draft.key, localStorage.getItem(draft.key)]);
      localStorage.setItem(HANDED, JSON.stringify([...chosen.map((draft) => ({ at, way, title: draft.title, path: draft.file.path })), ...handed()].slice(0, 50)));
      before.forEach(([key]) => localStorage.removeItem(key));
      draw(known);
      const back = element("button", say("back"), { type: "button", class: "plain-button" });
      back.addEventListener("click", () => {
        before.forEach(([key, draft]) => localStorage.setItem(key, draft));
        localStorage.setItem(HANDED, JSON.stringify(handed().filter((one) => one.at !== at)));
        find("[data-next]").replaceChildren();
        draw(known);
      });
      find("[data-next]").replaceChildren(element("p", [note, note ? " " : "", say("next" + way[0].toUpperCase() + way.slice(1)), " ", back]));
    }));
  }

  function load(path) {
    return new Promise((done) => {
      const script = document.createElement("script");
      script.src = path;
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  }

  if (drafts().length + handed().length > 0) {
    load("rules.js").then(() => {
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
