// The list of what a reader keeps: its order, its times, where it leads. It stays in this browser and in the address.
(() => {
  "use strict";

  const kept = window.playbookKept;
  const { filled } = window.playbookSay;
  const page = document.querySelector("[data-shortlist]");
  const find = (selector) => page.querySelector(selector);
  const list = find("[data-list]");
  const row = find("[data-row]");
  const status = find("[data-told]");
  const scripts = Number(page.dataset.scripts);
  let facts = new Map();
  let names = [];
  // Does the list come from an address, and is another one than the reader's own?
  let shared = false;

  const there = () => names.filter((name) => facts.get(name));
  // what nothing is known of just now stays in the list, behind what is shown
  const missed = () => names.filter((name) => !facts.has(name));
  const titleOf = (name) => (facts.get(name) || { title: name }).title;

  // What people do together follows each other, as long as it is known what each takes; all else has its own time.
  function times() {
    const begins = find("[data-begins]").value;
    const ends = find("[data-ends]");
    let at = kept.ofClock(begins);
    there().forEach((name, place) => {
      const one = facts.get(name);
      const time = list.children[place].querySelector(".clock");
      const runs = at !== null && one.together;
      time.textContent = runs ? kept.clock(at) : "";
      time.toggleAttribute("hidden", !runs);
      if (runs) {
        at = one.takes ? at + one.takes : null;
      }
    });
    ends.textContent = at === null ? "" : filled(ends.dataset.ends, kept.clock(at));
    const run = find("[data-run]");
    run.href = `${run.href.split("?")[0]}?${kept.address(there())}${begins ? `&at=${begins}` : ""}`;
  }

  function rowOf(name, place, all) {
    const made = row.content.firstElementChild.cloneNode(true);
    const one = facts.get(name);
    const link = made.querySelector("a");
    made.dataset.name = name;
    link.href = document.body.dataset.root + one.page;
    link.textContent = one.title;
    if (one.lang) {
      link.lang = one.lang;
      link.dir = one.dir;
    }
    made.querySelector(".facts").append(...one.facts.flatMap((fact) => {
      const span = document.createElement("span");
      span.textContent = fact;
      return [span, " "];
    }));
    made.querySelectorAll("[data-says]").forEach((button) => button.setAttribute("aria-label", filled(button.dataset.says, one.title)));
    made.querySelector("[data-drag]").setAttribute("aria-label", filled(made.querySelector("[data-drag]").dataset.drag, one.title));
    made.querySelector('[data-by="-1"]').disabled = place === 0;
    made.querySelector('[data-by="1"]').disabled = place === all - 1;
    return made;
  }

  function show() {
    const known = there();
    list.replaceChildren(...known.map((name, place) => rowOf(name, place, known.length)));
    find("[data-whole]").hidden = known.length === 0;
    find("[data-empty]").hidden = known.length > 0;
    find("[data-shared]").hidden = !shared;
    find("[data-own]").hidden = kept.mine().length === 0;
    find("[data-unkept]").hidden = kept.stores;
    kept.tellMissing(find("[data-gone]"), names, facts);
    find("[data-sum]").textContent = kept.total(page, known.map((name) => facts.get(name)));
    find("[data-deck]").href = `${page.dataset.cards}#${kept.address(known)}`;
    times();
    whys();
    propose();
  }

  // The list is in the address, and in this browser where it is the reader's own.
  function changed(next) {
    names = [...next, ...missed()];
    if (!shared) {
      kept.keep(names);
    }
    address();
    show();
  }

  // A list of the reader's own is marked, so that on the way back it is not taken for another's.
  function address() {
    try {
      history.replaceState({ own: !shared }, "", location.pathname + (names.length ? `#${kept.address(names)}` : ""));
    } catch (error) {
      // a browser that lets no page on a disk change its address: it shows the list all the same
    }
  }

  function move(name, to) {
    const known = there();
    const from = known.indexOf(name);
    if (to < 0 || to >= known.length || to === from) {
      return;
    }
    known.splice(to, 0, known.splice(from, 1)[0]);
    changed(known);
    status.textContent = filled(page.dataset.moved, titleOf(name), to + 1, known.length);
  }

  function again(name, selector) {
    const item = Array.from(list.children).find((one) => one.dataset.name === name);
    const button = item && item.querySelector(selector);
    if (button && !button.disabled) {
      button.focus();
    } else if (item) {
      item.querySelector("[data-drag]").focus();
    }
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    const { name } = button.closest("li").dataset;
    const place = there().indexOf(name);
    if (button.dataset.by) {
      move(name, place + Number(button.dataset.by));
      again(name, `[data-by="${button.dataset.by}"]`);
    } else if (button.dataset.out !== undefined) {
      const title = titleOf(name);
      changed(there().filter((one) => one !== name));
      status.textContent = filled(page.dataset.removed, title);
      const next = there()[Math.min(place, there().length - 1)];
      if (next) {
        again(next, "[data-out]");
      } else {
        find("[data-empty] a").focus();
      }
    }
  });

  list.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = event.target.closest("li");
    if (by && item && event.target.matches("[data-drag]")) {
      event.preventDefault();
      move(item.dataset.name, there().indexOf(item.dataset.name) + by);
      again(item.dataset.name, "[data-drag]");
    }
  });

  // A row follows the pointer that holds its handle, and stays where it is let go.
  let held = null;

  list.addEventListener("pointerdown", (event) => {
    if (event.target.closest("[data-drag]") && event.button === 0 && !held) {
      held = event.target.closest("li");
      held.classList.add("dragged");
    }
  });
  document.addEventListener("pointermove", (event) => {
    if (held) {
      const next = Array.from(list.children).find((one) => {
        const box = one.getBoundingClientRect();
        return one !== held && event.clientY < box.top + box.height / 2;
      });
      if (next ? held.nextElementSibling !== next : list.lastElementChild !== held) {
        list.insertBefore(held, next || null);
      }
    }
  });
  ["pointerup", "pointercancel"].forEach((end) => document.addEventListener(end, () => {
    if (held) {
      const { name } = held.dataset;
      const to = Array.from(list.children).indexOf(held);
      held.classList.remove("dragged");
      held = null;
      move(name, to);
      again(name, "[data-drag]");
    }
  }));

  // ---- a pathway for others ----

  const quoted = (text) => JSON.stringify(text.trim());

  function fileName() {
    const title = find("[id='propose.title']").value.normalize("NFC").toLowerCase();
    return (title.match(/[\p{L}\p{M}\p{N}]+/gu) || []).join("-").slice(0, 80).replace(/-$/, "") || "pathway";
  }

  function whys() {
    const box = find("[data-whys]");
    const before = new Map(Array.from(box.querySelectorAll("input"), (input) => [input.dataset.name, input.value]));
    box.replaceChildren(...there().map((name) => {
      const made = document.createElement("p");
      const label = document.createElement("label");
      const input = document.createElement("input");
      input.type = "text";
      input.id = `propose.why.${name}`;
      input.dataset.name = name;
      input.autocomplete = "off";
      input.value = before.get(name) || "";
      label.htmlFor = input.id;
      label.textContent = `${titleOf(name)}: ${box.dataset.why}`;
      made.append(label, input);
      return made;
    }));
  }

  function file() {
    const reason = new Map(Array.from(find("[data-whys]").querySelectorAll("input"), (input) => [input.dataset.name, input.value.trim()]));
    const steps = there().flatMap((name) => [`  - practice: ${name}`].concat(reason.get(name) ? `    why: ${quoted(reason.get(name))}` : []));
    return ["---", `title: ${quoted(find("[id='propose.title']").value)}`, `summary: ${quoted(find("[id='propose.summary']").value)}`, "steps:", ...steps, "---", ""].join("\n");
  }

  function propose() {
    const text = file();
    const name = `${fileName()}.md`;
    const path = `pathways/${name}`;
    find("[data-file-name]").textContent = path;
    find("[data-file]").textContent = text;
    const host = find("[data-host]");
    if (host) {
      host.href = playbookSend.host(page.dataset.add, page.dataset.text, name, text).href;
    }
    const mail = find("[data-mail]");
    if (mail) {
      mail.href = playbookSend.mail(page.dataset.email, path, path, text, mail.dataset.mail).href;
    }
  }

  find("[data-propose]").addEventListener("input", propose);
  find("[data-propose]").addEventListener("click", (event) => {
    const lacking = event.target.closest(".kept-ways > *") && find(".propose :invalid");
    if (lacking) {
      event.preventDefault();
      event.stopPropagation();
      lacking.reportValidity();
    }
  }, true);

  async function copy(button, text) {
    let done = button.dataset.not;
    try {
      await playbookSend.copy(text);
      done = button.dataset.done;
    } catch (error) {
      // told to the reader
    }
    status.textContent = done;
  }

  find("[data-copy]").addEventListener("click", (event) => copy(event.currentTarget, file()));
  find("[data-share]").addEventListener("click", (event) => copy(event.currentTarget, `${location.href.split(/[?#]/)[0]}#${kept.address(names)}`));
  find("[data-begins]").addEventListener("input", times);
  const sure = (event) => confirm(event.currentTarget.dataset.sure);
  find("[data-clear]").addEventListener("click", (event) => {
    if (!sure(event)) {
      return;
    }
    names = [];
    changed([]);
    find("[data-empty] a").focus();
  });
  find("[data-take]").addEventListener("click", (event) => {
    if (kept.mine().length > 0 && !sure(event)) {
      return;
    }
    shared = false;
    changed(there());
  });
  find("[data-own]").addEventListener("click", () => {
    shared = false;
    names = kept.mine();
    address();
    load();
  });

  async function load() {
    const asked = names;
    const told = await kept.of(asked, "facts", scripts);
    if (asked === names) {
      facts = told;
      show();
    }
  }

  function begin() {
    const own = kept.stores && history.state && history.state.own;
    const asked = own ? null : kept.inAddress();
    const mine = kept.mine();
    shared = asked !== null && kept.stores && asked.join() !== mine.join();
    names = asked === null ? mine : asked;
    if (!shared) {
      address();
    }
    load();
  }

  // changed in another tab, or since the page was left
  function renew() {
    if (!shared && kept.stores) {
      names = kept.mine();
      address();
      load();
    }
  }

  addEventListener("hashchange", () => kept.isAddress() && begin());
  addEventListener("storage", renew);
  addEventListener("pageshow", (event) => event.persisted && renew());
  begin();
})();
