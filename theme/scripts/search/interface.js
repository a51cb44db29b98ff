// What readers see of the search: a dialog on every page, and a page of its own with filters.
(() => {
  "use strict";

  const api = window.PlaybookSearch;
  const base = document.body.dataset.root;
  const EXCERPT = 170;
  const BEFORE = 50;
  const PAGE = 20;
  let texts = {};
  let session;

  api.words = (given) => { texts = given; };

  function ready() {
    session = session || Promise.all([api.open(base), script(`${base}search/words.js`)]).then(([opened]) => opened);
    return session;
  }

  function script(source) {
    return new Promise((done) => {
      const element = document.createElement("script");
      element.src = source;
      element.onload = element.onerror = () => done();
      document.head.appendChild(element);
    });
  }

  function word(key, ...values) {
    return (texts[`search.${key}`] || "").replace(/\{(\d)\}/g, (all, number) => values[number]);
  }

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

  // The words around the first that was looked for, of the best section, the summary or any section that has one.
  function excerpt(hit, terms) {
    const sources = [hit.passage ? hit.passage.text : "", hit.summary].concat(hit.passages.map((passage) => passage.text));
    for (const text of sources) {
      const first = text && api.marked(text, terms).findIndex((piece) => piece.mark);
      if (text && first >= 0) {
        return around(text, terms);
      }
    }
    return api.marked(shortened(sources.find((text) => text) || "", 0), terms);
  }

  function around(text, terms) {
    let at = 0;
    for (const piece of api.marked(text, terms)) {
      if (piece.mark) {
        break;
      }
      at += piece.text.length;
    }
    return api.marked(shortened(text, at), terms);
  }

  function shortened(text, at) {
    let start = 0;
    if (at > BEFORE) {
      // from the sentence, or else the word; where no spaces are, from any letter
      const near = text.slice(0, at).slice(-BEFORE);
      const sentence = Math.max(near.lastIndexOf(". ") + 1, near.lastIndexOf("。"));
      start = at - near.length + (sentence > 0 ? sentence : near.indexOf(" ")) + 1;
    }
    const rest = text.slice(start).replace(/^[\udc00-\udfff]/, "");
    if (rest.length <= EXCERPT) {
      return (start > 0 ? "… " : "") + rest;
    }
    const space = rest.lastIndexOf(" ", EXCERPT);
    return (start > 0 ? "… " : "") + rest.slice(0, space > EXCERPT / 2 ? space : EXCERPT).replace(/[\ud800-\udbff]$/, "") + " …";
  }

  function address(hit) {
    const anchor = hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : "";
    return base + hit.page.split("/").map(encodeURIComponent).join("/") + anchor;
  }

  function hitView(hit, terms, heading) {
    const link = make("a", "hit");
    link.href = address(hit);
    link.append(append(make(heading, "hit-title"), api.marked(hit.title, terms)));
    if (hit.section) {
      link.append(append(make("span", "hit-section"), api.marked(hit.section, terms)));
    }
    link.append(append(make("span", "hit-text"), excerpt(hit, terms)));
    const strip = [hit.strip].concat(hit.inAll ? word("inAll", minutes(...hit.inAll), hit.people) : []);
    if (strip.some((fact) => fact)) {
      link.append(make("span", "hit-strip", strip.filter((fact) => fact).join(" · ")));
    }
    return link;
  }

  // As FactWords says it: of whole hours or few minutes the unit once.
  function minutes(low, high) {
    const unit = (name, number) => (texts[`time.${name}.${number === 1 ? "one" : "other"}`] || "").replace("{0}", number);
    const one = (all) => [Math.floor(all / 60) && unit("hours", Math.floor(all / 60)), all % 60 && unit("minutes", all % 60)]
      .filter((part) => part).join(" ");
    if (low === high) {
      return one(low);
    }
    if (high < 60 || (low % 60 === 0 && high % 60 === 0)) {
      return high < 60 ? unit("minutes", `${low}–${high}`) : unit("hours", `${low / 60}–${high / 60}`);
    }
    return `${one(low)} – ${one(high)}`;
  }

  // The kinds of results, the one with the best first. Whoever searches mostly wants to do something: where a word of the
  // glossary is a little better, the practices still come first.
  const LEAD = { practice: 1.6, pathway: 1.2 };

  function byType(hits) {
    const groups = new Map();
    hits.forEach((hit) => groups.set(hit.type, (groups.get(hit.type) || []).concat(hit)));
    const best = ([type, list]) => list[0].score * (LEAD[type] || 1);
    return Array.from(groups).sort((a, b) => best(b) - best(a));
  }

  function countText(result) {
    if (!result.exact) {
      return word("atLeast", result.total);
    }
    return result.total === 0 ? word("none") : word(result.total === 1 ? "count.one" : "count.other", result.total);
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

  // Of answers that overtake each other only the last counts.
  function latest(show) {
    let number = 0;
    return async (ask) => {
      const mine = ++number;
      const answer = await ask();
      if (mine === number) {
        show(answer);
      }
    };
  }

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
    let options = [];
    let active = -1;

    function choose(number) {
      if (options[active]) {
        options[active].setAttribute("aria-selected", "false");
      }
      active = number;
      if (options[active]) {
        options[active].setAttribute("aria-selected", "true");
        options[active].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", options[active].id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    const show = latest((result) => {
      results.replaceChildren();
      options = [];
      choose(-1);
      if (!result) {
        status.textContent = session ? word("failed") : "";
        return;
      }
      const asked = input.value.trim() !== "";
      status.textContent = asked ? [countText(result).replace(/[^.]$/, "$&.")].concat(hints(result)).join(" ") : "";
      for (const [type, hits] of byType(result.hits)) {
        const group = make("div", "hit-group");
        const label = make("p", "label", word(`types.${type}`));
        group.setAttribute("role", "group");
        label.id = `page.search-type.${type}`;
        group.setAttribute("aria-labelledby", label.id);
        group.append(label);
        for (const hit of hits) {
          const view = hitView(hit, result.terms, "span");
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
    });

    function ask() {
      all.href = input.value.trim() ? `${page}?q=${encodeURIComponent(input.value)}` : page;
      show(async () => {
        const engine = await ready();
        return engine && engine.search(input.value, { limit: 8 });
      });
    }

    input.addEventListener("input", ask);
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
    let limit = PAGE;
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
      const text = parameters.toString();
      return text ? `?${text}` : "";
    }

    function read() {
      const parameters = new URLSearchParams(location.search);
      input.value = (parameters.get("q") || "").slice(0, 1000);
      boxes.forEach((box) => { box.checked = parameters.getAll(box.name).includes(box.value); });
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

    const show = latest(({ result, apart, chosen, drops }) => {
      results.replaceChildren();
      hintList.replaceChildren();
      more.hidden = true;
      if (!result) {
        root.querySelector("[data-search-failed]").hidden = false;
        status.textContent = "";
        return;
      }
      const asked = result.query.words.size > 0 || Object.keys(chosen).length > 0 || result.query.filters.size > 0;
      status.textContent = asked ? countText(result) : start;
      lists.hidden = asked && result.total > 0;
      hints(result).forEach((hint) => hintList.append(make("p", "", hint)));
      drops.forEach((drop) => hintList.append(drop));
      suggestions().forEach((suggestion) => hintList.append(suggestion));
      if (asked) {
        for (const [type, hits] of byType(result.hits)) {
          const section = make("section", "hit-group");
          section.append(make("h2", "label", word(`types.${type}`)));
          hits.forEach((hit) => section.append(hitView(hit, result.terms, "h3")));
          results.append(section);
        }
        if (apart.hits.length) {
          const section = make("section", "hit-group hits-apart");
          section.append(make("h2", "label", word("apart")));
          apart.hits.forEach((hit) => section.append(hitView(hit, apart.terms, "h3")));
          results.append(section);
        }
        more.hidden = result.hits.length < limit || (result.exact && result.total <= limit);
        const added = known && Array.from(results.querySelectorAll("a.hit")).find((link) => !known.has(link.href));
        if (added) {
          added.focus();
        }
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
      showPlace();
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
        const result = await engine.search(input.value, { limit: 1, filters: fewer });
        if (result.total > 0) {
          const button = make("button", "plain-button", word("without", nameOf(field), countText(result)));
          button.type = "button";
          button.addEventListener("click", () => {
            field[field.type === "checkbox" ? "checked" : "value"] = field.type === "checkbox" ? false : "";
            input.focus();
            changed(true);
          });
          drops.push(button);
        }
      }
      return drops.length ? [make("p", "", word("noneTogether"))].concat(drops) : [];
    }

    // "30 minutes" and "12 people" may be meant as what must fit.
    function suggestions() {
      const found = [];
      numbers.forEach((field) => {
        const offered = found.length;
        let times = 0;
        const units = field.name === "people" ? [["unitPeople", 1]] : [["unitMinutes", 1], ["unitHours", 60]];
        for (const [key, factor] of units) {
          for (const unit of word(key).split(",").map((text) => text.trim()).filter((text) => text)) {
            const match = new RegExp("(^|[\\s,;])(?!0)(\\d{1,4})\\s?" + unit.replace(/[^\p{L}\p{N} ]/gu, "\\$&") + "(?![\\p{L}\\p{N}])", "iu").exec(input.value);
            times += match ? 1 : 0;
            if (match && !field.value && found.length === offered) {
              const button = make("button", "plain-button", word("suggest", match[0].trim()));
              button.type = "button";
              button.name = field.name;
              button.addEventListener("click", () => {
                field.value = String(Number(match[2]) * factor);
                input.value = input.value.replace(match[0], " ").replace(/\s+/g, " ").replace(/^[\s,;]+|[\s,;]+$/g, "").replace(/\s?([,;])[\s,;]+/g, "$1 ");
                input.focus();
                changed(true);
              });
              found.push(button);
            }
          }
        }
        // "1 hour and 30 minutes" is one time, and neither of the two
        found.length = times > 1 ? offered : found.length;
      });
      return found;
    }

    function changed(step) {
      limit = PAGE;
      left = null;
      remember(step);
      ask();
    }

    const title = document.title;

    function ask() {
      const asked = input.value.trim();
      document.title = asked ? `${asked} · ${title}` : title;
      show(async () => {
        const engine = await ready();
        const chosen = filters();
        if (!engine) {
          return {};
        }
        // who tells minutes or people asks for what is done together; what is done apart is offered apart
        const places = boxes.filter((box) => box.name === "where").map((box) => box.value);
        const room = places.length > 0 && numbers.some((field) => chosen[field.name]) && !chosen.where;
        const others = places.filter((place) => place !== "together");
        const fitting = room ? Object.assign({ where: ["together", "open"] }, chosen) : chosen;
        const result = await engine.search(input.value, { limit, filters: fitting, counts: true });
        const apart = room
          ? await engine.search(input.value, { limit, filters: Object.assign({ where: others }, chosen) })
          : { hits: [] };
        result.hits.concat(apart.hits).forEach((hit) => { hit.people = (chosen.people || [])[0]; });
        const drops = result.total === 0 ? await withoutEach(engine, chosen) : [];
        return { result, apart, chosen, drops };
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
