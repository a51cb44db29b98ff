// What readers see of the search: a dialog on every page, and a page of its own with filters.
(() => {
  "use strict";

  const api = window.PlaybookSearch;
  const base = document.body.dataset.root;
  const EXCERPT = 170;
  const BEFORE = 50;
  const PAGE = 20;
  // results of the dialog that have the words around a match at once; the others show their summary until a reader turns
  // to them or types no more, for each text is a file of its own
  const TEXTS = 2;
  // what turns to a result, the last where a key chooses it
  const TURNS = ["pointerenter", "focus", "chosen"];
  // milliseconds
  const AT_ONCE = 100;
  const LINGERS = 1200;
  let texts = {};
  let session;

  api.words = (given) => { texts = given; };

  function ready() {
    session = session || api.open(base).then(async (opened) => {
      if (!opened) {
        // they come with the root
        await playbookLoad("search/words.js").catch(() => {});
      }
      return opened;
    });
    return session;
  }

  function word(key, ...values) {
    return playbookSay.filled(texts[`search.${key}`] || "", ...values);
  }

  const forms = (key) => (form) => texts[`${key}.${form}`];
  const counted = (key, number, ...more) => playbookSay.counted(forms(`search.${key}`), number, number, ...more);
  const minutes = (low, high) => playbookSay.minutes((unit) => forms(`time.${unit}`), low, high);

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function append(element, pieces) {
    for (const piece of pieces) {
      element.append(piece.mark ? make("mark", "", piece.text) : piece.text);
    }
    return element;
  }

  // ---- results ----

  // Of the place where a result opens, the words around the first that was looked for: a phrase, where one was.
  function excerpt(hit, result) {
    return api.marked(shortened(hit.text, api.firstOf(hit.text, result)), result.terms);
  }

  const SENTENCE = /(?:[.!?\u2026]["\u201d\u00bb)]*\s|[\u3002\uff01\uff1f])(?=\S)/g;

  // From the sentence, or else the word; where no spaces are, from any letter. Dots tell of what is left out.
  function shortened(text, at) {
    let start = 0;
    if (at > BEFORE) {
      const from = at - BEFORE;
      const near = text.slice(from, at);
      const sentences = Array.from(near.matchAll(SENTENCE), (found) => found.index + found[0].length);
      start = from + (sentences.length ? sentences.pop() : near.indexOf(" ") + 1);
    }
    const rest = text.slice(start).replace(/^[\udc00-\udfff]/, "");
    const before = start > 0 ? "… " : "";
    if (rest.length <= EXCERPT) {
      return before + rest;
    }
    const space = rest.lastIndexOf(" ", EXCERPT);
    return before + rest.slice(0, space > EXCERPT / 2 ? space : EXCERPT).replace(/[\ud800-\udbff]$/, "").replace(/[\s…]+$/, "") + " …";
  }

  function address(hit) {
    const anchor = hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : "";
    return base + hit.page.split("/").map(encodeURIComponent).join("/") + anchor;
  }

  function hitView(hit, result, heading, link = make("a", "hit")) {
    const { terms } = result;
    link.href = address(hit);
    link.replaceChildren();
    if (hit.waits) {
      awaited(link, hit, result, heading);
    }
    link.append(append(make(heading, "hit-title"), api.marked(hit.title, terms)));
    if (hit.section) {
      link.append(append(make("span", "hit-section"), api.marked(hit.section, terms)));
    }
    link.append(append(make("span", "hit-text"), excerpt(hit, result)));
    const strip = [hit.strip].concat(hit.inAll ? word("inAll", minutes(...hit.inAll.minutes), hit.inAll.people) : []);
    if (strip.some((fact) => fact)) {
      link.append(make("span", "hit-strip", strip.filter((fact) => fact).join(" · ")));
    }
    return link;
  }

  // Gives a result the words around a match when a reader turns to it or types no more, and leads to their place.
  function awaited(link, hit, result, heading) {
    const turn = () => {
      clearTimeout(pause);
      TURNS.forEach((name) => link.removeEventListener(name, turn));
      if (link.isConnected) {
        result.more(hit).then((placed) => hitView(placed, result, heading, link));
      }
    };
    const pause = setTimeout(turn, LINGERS);
    TURNS.forEach((name) => link.addEventListener(name, turn));
  }

  // The kinds of results, the one with the best first.
  function byType(hits) {
    const groups = new Map();
    hits.forEach((hit) => groups.set(hit.type, (groups.get(hit.type) || []).concat(hit)));
    return Array.from(groups);
  }

  function countText(result) {
    if (!result.exact) {
      return word("atLeast", result.total);
    }
    return result.total === 0 ? word("none") : counted("count", result.total);
  }

  function hints(result) {
    const list = result.terms.filter((term) => term.instead).map((term) => word("instead", term.key, term.instead));
    const unknown = result.terms.filter((term) => !term.ways.length);
    unknown.forEach((term) => list.push(word("unknown", term.key)));
    if (result.missing) {
      list.push(word("incomplete"));
    }
    return list;
  }

  // ---- what must fit ----

  const amount = (name, number) => (name === "minutes" ? minutes(number, number) : `${number} ${word("peopleUnit")}`);

  // What of the text was read as something that must fit, each to be taken back as plain words and given again; what was
  // chosen; and what else would be found if it were a little wider. What vanishes while it has the focus leaves it to the
  // next, or to what is told.
  function showRead(box, result, change, after, chosen = []) {
    const focused = Array.from(box.querySelectorAll("button")).indexOf(document.activeElement);
    const chips = result.read.map((one) => {
      const means = one.means || (one.text.includes(one.value) ? "" : amount(one.name, Number(one.value)));
      const chip = button("chip", means && means !== one.text ? `${one.text} = ${means}` : one.text,
        () => change({ text: one.text, plain: !one.plain }));
      chip.setAttribute("aria-pressed", String(!one.plain));
      chip.title = word(one.plain ? "mustFit" : "asWords");
      return chip;
    }).concat(chosen);
    const wider = result.near.map(({ name, value, count }) => {
      const text = counted("near", count, amount(name, value));
      return button("plain-button", text, () => change({ name, value, read: result.read.find((one) => one.name === name && !one.plain) }));
    });
    const group = make("div", "chips");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", word("fits"));
    group.append(...chips);
    box.replaceChildren(...(chips.length ? [group] : []), ...wider);
    if (focused >= 0) {
      const left = box.querySelectorAll("button");
      (left[Math.min(focused, left.length - 1)] || after).focus();
    }
  }

  function button(className, text, pressed) {
    const element = make("button", className, text);
    element.type = "button";
    element.addEventListener("click", pressed);
    return element;
  }

  function fitText(result) {
    const read = result.read.filter((one) => !one.plain).map((one) => one.text);
    return read.length ? `${word("fits")}${texts["list.colon"]} ${read.join(texts["list.separator"])}.` : "";
  }

  // The text with another number where it says one; what it is to be plain, with or without what was taken back.
  const withAmount = (text, { read, name, value }) =>
    text.slice(0, read.start) + `${value} ${word(`${name}Unit`)}` + text.slice(read.end);

  const withPlain = (plain, { text, plain: is }) => plain.filter((one) => one !== text).concat(is ? text : []);

  // What is offered where nothing was found: what others face.
  async function challenges(engine) {
    const { counts } = await engine.search("", { limit: 1, counts: true });
    const values = Object.keys((counts && counts.challenge) || {});
    const found = values.length ? await engine.search("", { limit: 12, filters: { type: ["term"], challenge: values } }) : { hits: [] };
    return found.hits;
  }

  // Of answers that overtake each other only the last counts. One that waits for texts stands until they are there,
  // unless that is at once: `earlier` is what stands.
  function latest(show) {
    let number = 0;
    return async (ask) => {
      const mine = ++number;
      let done = false;
      let earlier = null;
      const answer = await ask((early) => setTimeout(() => {
        if (mine === number && !done) {
          earlier = early;
          show(early, null);
        }
      }, AT_ONCE));
      done = true;
      if (mine === number) {
        show(answer, earlier);
      }
    };
  }

  // Puts into the results that stand what their texts tell; false where others were found since.
  function refined(box, result, earlier, heading) {
    const pages = ({ hits, apart }) => hits.concat(apart).map((hit) => hit.page).join();
    if (!earlier || pages(earlier) !== pages(result)) {
      return false;
    }
    const links = box.querySelectorAll("a.hit");
    inOrder(result).forEach((hit, i) => {
      hitView(hit, result, heading, links[i]);
    });
    return true;
  }

  const inOrder = (result) => byType(result.hits).flatMap(([, hits]) => hits).concat(result.apart);

  // ---- the dialog ----

  let dialog = null;

  api.openDialog = () => {
    const own = document.querySelector("[data-search-page] [name=q]");
    if (own) {
      own.focus();
      own.select();
      return;
    }
    dialog = dialog || makeDialog();
    if (!dialog.open) {
      dialog.showModal();
    }
    dialog.querySelector("input").select();
  };

  function makeDialog() {
    const element = document.getElementById("page.search-dialog").content.firstElementChild.cloneNode(true);
    document.body.append(element);
    const input = element.querySelector("input");
    const status = element.querySelector(".search-status");
    const results = element.querySelector(".search-results");
    const all = element.querySelector("[data-all]");
    const page = all.getAttribute("href");
    const read = element.querySelector("[data-read]");
    const wanted = element.querySelector("[data-ask]");
    let options = [];
    let active = -1;
    let plain = [];
    results.id = "page.search-results";
    // not in the page, which each reader loads: without a script nothing of it holds
    Object.entries({
      role: "combobox",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-controls": results.id,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
    }).forEach(([name, value]) => input.setAttribute(name, value));

    function choose(number) {
      if (options[active]) {
        options[active].setAttribute("aria-selected", "false");
      }
      active = number;
      if (options[active]) {
        options[active].setAttribute("aria-selected", "true");
        options[active].dispatchEvent(new Event("chosen"));
        options[active].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", options[active].id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    const show = latest((result, earlier) => {
      const stands = result && refined(results, result, earlier, "span");
      const turnedTo = options[active] && options[active].pathname;
      if (!stands) {
        results.replaceChildren();
        options = [];
        choose(-1);
      }
      if (!result) {
        status.textContent = session ? word("failed") : "";
        return;
      }
      results.setAttribute("aria-busy", String(Boolean(result.early)));
      const asked = input.value.trim() !== "";
      showRead(read, result, (change) => {
        if (change.name) {
          input.value = withAmount(input.value, change);
          input.focus();
        } else {
          plain = withPlain(plain, change);
        }
        ask();
      }, input);
      status.textContent = asked
        ? [countText(result).replace(/[^.]$/, "$&.")].concat(fitText(result) || [], hints(result)).join(" ") : "";
      if (stands) {
        return;
      }
      if (wanted) {
        wanted.hidden = result.offered.length === 0;
      }
      const groups = byType(result.hits).map(([type, hits]) => [type, word(`types.${type}`), hits])
        .concat(result.apart.length ? [["apart", word("apart"), result.apart]] : [])
        .concat(result.offered.length ? [["offered", word("facing"), result.offered]] : []);
      for (const [type, name, hits] of groups) {
        const group = make("div", "hit-group");
        const label = make("p", "label", name);
        group.setAttribute("role", "group");
        label.id = `page.search-type.${type}`;
        group.setAttribute("aria-labelledby", label.id);
        group.append(label);
        for (const hit of hits) {
          const view = hitView(hit, result, "span");
          view.id = `page.search-hit.${options.length}`;
          view.setAttribute("role", "option");
          view.setAttribute("aria-selected", "false");
          view.tabIndex = -1;
          options.push(view);
          group.append(view);
        }
        results.append(group);
      }
      input.setAttribute("aria-expanded", String(options.length > 0));
      // whoever turned to a result while others were on their way stays at it, or is at the first
      if (turnedTo && options.length > 0) {
        choose(Math.max(0, options.findIndex((option) => option.pathname === turnedTo)));
      }
    });

    function ask() {
      const asked = input.value.trim();
      plain = plain.filter((text) => input.value.includes(text));
      all.href = asked ? `${page}?${new URLSearchParams([["q", input.value], ...plain.map((text) => ["plain", text])])}` : page;
      show(async (tell) => {
        const engine = await ready();
        const early = (result) => tell({ ...result, early: true, offered: [] });
        const result = engine && await engine.search(input.value, { limit: 8, plain, atOnce: TEXTS, early });
        return result && { ...result, offered: asked && !result.hits.length && !result.apart.length ? await challenges(engine) : [] };
      });
    }

    input.addEventListener("input", () => {
      choose(-1);
      ask();
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const size = options.length;
        choose(size === 0 ? -1 : active < 0 ? (step > 0 ? 0 : size - 1) : (active + step + size) % size);
      } else if (event.key === "Enter" && options[active]) {
        event.preventDefault();
        options[active].click();
      }
    });
    results.addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        element.close();
      }
    });
    element.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = all.href;
    });
    element.addEventListener("click", (event) => {
      if (event.target === element) {
        element.close();
      }
    });
    element.querySelector("[data-close]").addEventListener("click", () => element.close());
    ready().then((engine) => {
      if (!engine) {
        status.textContent = word("failed") || "";
      }
    });
    return element;
  }

  // ---- the page ----

  api.openPage = () => {
    const root = document.querySelector("[data-search-page]");
    const form = root.querySelector("form");
    const input = form.querySelector("[name=q]");
    const status = root.querySelector(".search-status");
    const hintList = root.querySelector(".search-hints");
    const results = root.querySelector(".search-results");
    const more = root.querySelector("[data-more]");
    const clear = root.querySelector("[data-clear]");
    const lists = root.querySelector(".search-lists");
    const boxes = Array.from(form.querySelectorAll("[type=checkbox]"));
    const numbers = Array.from(form.querySelectorAll("[type=number]"));
    const start = status.textContent;
    const narrow = root.querySelector("[data-narrow]");
    const readBox = root.querySelector("[data-read]");
    let limit = PAGE;
    let plain = [];
    // choices of an address that are none any more
    let gone = [];
    let written = "";
    let stepped = false;
    // what was shown before more was asked for
    let known = null;
    // where the reader was when leaving; shown again when the list stands
    let left = null;

    function filters() {
      const chosen = {};
      boxes.filter((box) => box.checked).forEach((box) => { (chosen[box.name] = chosen[box.name] || []).push(box.value); });
      numbers.filter((field) => /^[1-9][0-9]{0,8}$/.test(field.value)).forEach((field) => { chosen[field.name] = [field.value]; });
      return chosen;
    }

    function state() {
      const parameters = new URLSearchParams();
      if (input.value.trim()) {
        parameters.set("q", input.value);
      }
      Object.entries(filters()).forEach(([name, values]) => values.forEach((value) => parameters.append(name, value)));
      plain.forEach((text) => parameters.append("plain", text));
      const text = parameters.toString();
      return text ? `?${text}` : "";
    }

    function read() {
      const parameters = new URLSearchParams(location.search);
      input.value = (parameters.get("q") || "").slice(0, 1000);
      plain = parameters.getAll("plain").filter((text) => text && input.value.includes(text));
      boxes.forEach((box) => { box.checked = parameters.getAll(box.name).includes(box.value); });
      gone = Array.from(parameters).filter(([name, value]) => {
        const choices = boxes.filter((box) => box.name === name);
        return choices.length > 0 && !choices.some((box) => box.value === value);
      }).map(([, value]) => value.slice(0, 60));
      numbers.forEach((field) => {
        const value = parameters.get(field.name) || "";
        field.value = /^[1-9][0-9]{0,4}$/.test(value) ? value : "";
      });
      written = location.search;
    }

    // Typing changes the address in place; a choice is a step that "back" undoes, and so is what is typed after it.
    function remember(step) {
      const now = state();
      if (now === written) {
        return;
      }
      written = now;
      const entry = step || stepped;
      stepped = step;
      const address = location.pathname.split("/").pop() + now;
      if (!keep(entry ? "pushState" : "replaceState", null, address)) {
        keep("replaceState", null, address);
      }
    }

    // False in a browser that lets no page on a disk change its history.
    function keep(how, state, address) {
      try {
        history[how](state, "", address);
        return true;
      } catch (error) {
        return false;
      }
    }

    // How long the list is, and where the reader is in it, for when "back" leads here again.
    function bookmark(opened) {
      keep("replaceState", { limit, top: scrollY, opened }, location.href);
    }

    function comeBack() {
      const { limit: most, top, opened } = history.state || {};
      limit = Number.isInteger(most) && most > PAGE ? Math.min(most, 100 * PAGE) : PAGE;
      left = Number.isFinite(top) ? { top, opened } : null;
    }

    function showPlace() {
      if (left) {
        const opened = Array.from(results.querySelectorAll("a.hit")).find((link) => link.href === left.opened);
        if (opened) {
          opened.focus({ preventScroll: true });
        }
        scrollTo(0, left.top);
        left = null;
      }
    }

    // The short name of a practice that was found and is written; what is not has neither minutes nor a card.
    const practiceIn = (hit) => (/^practices\/([^/.]+)\.html$/.exec(hit.page) || [])[1];

    function keeper(hit) {
      const template = root.querySelector("[data-keeper]");
      const name = practiceIn(hit);
      if (!template || !name) {
        return "";
      }
      const link = document.importNode(template.content.firstElementChild, true);
      link.dataset.keep = name;
      link.className = "plain-button";
      link.dataset.of = hit.title;
      link.search += encodeURIComponent(name);
      return link;
    }

    // A deck of what was found.
    function deck(hits) {
      const cards = root.querySelector("[data-cards]");
      const names = hits.map(practiceIn).filter(Boolean);
      if (cards) {
        cards.hidden = names.length === 0;
        cards.hash = `p=${names.map(encodeURIComponent).join(",")}`;
      }
    }

    const show = latest(({ result, chosen, drops, early }, earlier) => {
      const stands = earlier && refined(results, result, earlier.result, "h3");
      if (!stands) {
        results.replaceChildren();
      }
      results.setAttribute("aria-busy", String(Boolean(early)));
      hintList.replaceChildren();
      more.hidden = true;
      deck([]);
      if (!result) {
        root.querySelector("[data-search-failed]").hidden = false;
        status.textContent = "";
        return;
      }
      const asked = result.query.words.size > 0 || Object.keys(chosen).length > 0 || result.query.filters.size > 0;
      status.textContent = asked ? [countText(result)].concat(fitText(result) || []).join(". ").replace("..", ".") : start;
      showRead(readBox, result, (change) => {
        if (change.name && change.read) {
          input.value = withAmount(input.value, change);
        } else if (change.name) {
          numbers.find((field) => field.name === change.name).value = String(change.value);
        } else {
          plain = withPlain(plain, change);
        }
        changed(true);
      }, narrow.firstElementChild, boxes.filter((box) => box.checked).map((box) => {
        const chip = button("chip", nameOf(box), () => {
          box.checked = false;
          changed(true);
        });
        chip.setAttribute("aria-pressed", "true");
        return chip;
      }));
      lists.hidden = asked && result.total > 0;
      const lost = gone.length ? [playbookSay.filled(texts["shortlist.gone"], gone.join(texts["list.separator"]))] : [];
      lost.concat(hints(result)).forEach((hint) => hintList.append(make("p", "", hint)));
      drops.forEach((drop) => hintList.append(drop));
      if (asked && !stands) {
        for (const [type, hits] of byType(result.hits)) {
          const section = make("section", "hit-group");
          section.append(make("h2", "label", word(`types.${type}`)));
          hits.forEach((hit) => section.append(hitView(hit, result, "h3"), keeper(hit)));
          results.append(section);
        }
        playbookKeep.buttons(results.querySelectorAll("a[data-keep]"));
        if (result.apart.length) {
          const section = make("section", "hit-group hits-apart");
          section.append(make("h2", "label", word("apart")));
          result.apart.forEach((hit) => section.append(hitView(hit, result, "h3")));
          results.append(section);
        }
        const added = known && Array.from(results.querySelectorAll("a.hit")).find((link) => !known.has(link.href));
        if (added) {
          added.focus();
        }
      }
      if (asked) {
        deck(result.hits);
        more.hidden = result.hits.length < limit || (result.exact && result.total <= limit);
      }
      known = null;
      boxes.forEach((box) => {
        const number = result.counts ? (result.counts[box.name] || {})[box.value] || 0 : "";
        const label = box.closest("label");
        label.querySelector("[data-count]").textContent = number;
        label.classList.toggle("is-none", number === 0 && !box.checked);
      });
      root.querySelectorAll(".facet").forEach((facet) => {
        const names = Array.from(facet.querySelectorAll(":checked"), (box) => nameOf(box));
        facet.querySelector("[data-chosen]").textContent = names.join(", ");
      });
      clear.hidden = Object.keys(chosen).length === 0;
      if (!early) {
        showPlace();
      }
    });

    function nameOf(field) {
      if (field.type === "checkbox") {
        return field.closest("label").querySelector(".choice-name").textContent;
      }
      return field.closest("label").textContent.trim().replace(/\s+/g, " ").replace(/\S+$/, `${field.value} $&`);
    }

    // What would be found without each of the choices, where nothing fits all of them.
    async function withoutEach(engine, chosen) {
      const fields = boxes.filter((box) => box.checked).concat(numbers.filter((field) => chosen[field.name]));
      const drops = [];
      for (const field of fields) {
        const fewer = Object.assign({}, chosen, { [field.name]: chosen[field.name].filter((value) => value !== field.value) });
        const result = await engine.search(input.value, { limit: 1, filters: fewer, plain });
        if (result.total > 0) {
          drops.push(button("plain-button", word("without", nameOf(field), countText(result)), () => {
            field[field.type === "checkbox" ? "checked" : "value"] = field.type === "checkbox" ? false : "";
            input.focus();
            changed(true);
          }));
        }
      }
      return drops.length ? [make("p", "", word("noneTogether"))].concat(drops) : [];
    }

    function changed(step) {
      gone = [];
      plain = plain.filter((text) => input.value.includes(text));
      limit = PAGE;
      left = null;
      remember(step);
      ask();
    }

    const title = document.title;

    function ask() {
      const asked = input.value.trim();
      document.title = asked ? `${asked} · ${title}` : title;
      show(async (tell) => {
        const engine = await ready();
        const chosen = filters();
        if (!engine) {
          return {};
        }
        const early = (result) => tell({ result, chosen, drops: [], early: true });
        const result = await engine.search(input.value, { limit, filters: chosen, plain, counts: true, early });
        const drops = result.total === 0 ? await withoutEach(engine, chosen) : [];
        return { result, chosen, drops };
      });
    }

    input.addEventListener("input", () => changed(false));
    boxes.forEach((box) => box.addEventListener("change", () => changed(true)));
    numbers.forEach((field) => field.addEventListener("input", () => changed(false)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      changed(true);
    });
    clear.addEventListener("click", () => {
      boxes.forEach((box) => { box.checked = false; });
      numbers.forEach((field) => { field.value = ""; });
      changed(true);
      input.focus();
    });
    more.addEventListener("click", () => {
      known = new Set(Array.from(results.querySelectorAll("a.hit"), (link) => link.href));
      limit += PAGE;
      bookmark();
      ask();
    });
    addEventListener("popstate", () => {
      if (location.hash) {
        return; // a place on this page
      }
      read();
      comeBack();
      ask();
    });
    let pause = 0;
    addEventListener("scroll", () => {
      clearTimeout(pause);
      pause = setTimeout(() => left || bookmark((history.state || {}).opened), 200);
    }, { passive: true });
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (link) {
        bookmark(link.href);
      }
    }, true);
    history.scrollRestoration = "manual";
    read();
    comeBack();
    // on a phone the results come first
    narrow.open = !matchMedia("(max-width: 56rem)").matches;
    ask();
  };
})();
