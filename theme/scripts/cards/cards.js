// A deck to print: those of its cards that the address names, fronts before backs or beside them, the backs moved as a printer
// needs it. Without this script the whole deck is there, to be printed on both sides.
(() => {
  "use strict";

  const ON_SHEET = 4;
  const OFFSET = "playbook.cards.offset";
  const root = document.querySelector("[data-sheets]");
  const form = document.querySelector("[data-printing]");
  const says = document.querySelector("[data-selected]");
  const kept = window.playbookKept;
  const marks = root.querySelector(".marks");
  const deck = new Map();
  root.querySelectorAll(".face").forEach((face) => {
    const card = deck.get(face.dataset.card) || { of: face.dataset.of };
    card[face.classList.contains("front") ? "front" : "back"] = face;
    deck.set(face.dataset.card, card);
  });
  const whole = Array.from(deck.values());
  let shown = whole;

  const { filled } = window.playbookSay;

  function make(name, className, ...inside) {
    const element = document.createElement(name);
    element.className = className;
    element.append(...inside);
    return element;
  }

  function sheet(kind, faces, note) {
    const made = make("div", `card-sheet ${kind}`, ...faces.map((face) => make("div", "cell", face || "")));
    if (kind !== "backs") {
      made.append(marks.cloneNode(true));
    }
    made.append(make("p", "sheet-note", note));
    return made;
  }

  function folded(cards, number) {
    const made = sheet("fold", cards.flatMap((card) => [card.front, card.back]), filled(root.dataset.folds, number));
    const middle = made.querySelector(".middle");
    middle.setAttribute("d", "M105 0v279.4");
    middle.setAttribute("class", "fold");
    return made;
  }

  // Each back lies behind its front when the sheet is turned over its long edge.
  function sheets(cards) {
    const made = [];
    const fold = form.elements.edition.value === "fold";
    const size = fold ? ON_SHEET / 2 : ON_SHEET;
    for (let start = 0, number = 1; start < cards.length; start += size, number += 1) {
      const some = cards.slice(start, start + size);
      if (fold) {
        made.push(folded(some, number));
      } else {
        const places = Array.from({ length: size }, (unused, place) => place);
        made.push(sheet("fronts", places.map((place) => some[place] && some[place].front), filled(root.dataset.fronts, number)));
        made.push(sheet("backs", places.map((place) => some[place ^ 1] && some[place ^ 1].back), filled(root.dataset.backs, number)));
      }
    }
    return made;
  }

  function show() {
    root.replaceChildren(...sheets(shown));
  }

  function face(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.querySelector(".face");
  }

  // Cards that stand on other pages of the deck come from its scripts.
  async function chosen(names) {
    const here = new Map(whole.map((card) => [card.of, card]));
    const scripts = Number(root.dataset.scripts);
    const away = names.filter((name) => !here.has(name));
    const others = scripts ? await kept.of(away, "cards", scripts) : new Map(away.map((name) => [name, null]));
    others.forEach((card, name) => here.set(name, card && { of: name, front: face(card.front), back: face(card.back) }));
    return here;
  }

  async function choose() {
    const names = root.dataset.selects === undefined ? null : kept.inAddress();
    if (!names || names.length === 0) {
      shown = whole;
      says.hidden = true;
    } else {
      const here = await chosen(names);
      shown = names.map((name) => here.get(name)).filter(Boolean);
      says.hidden = false;
      says.querySelector("span").textContent = `${filled(says.dataset.text, shown.length)} ${kept.missing(says, names, here)}`;
    }
    show();
  }

  const within = (value) => (Number.isFinite(value) ? Math.max(-9, Math.min(9, value)) : 0);

  function move(by) {
    root.style.setProperty("--back-x", `${by.x}mm`);
    root.style.setProperty("--back-y", `${by.y}mm`);
  }

  function offset() {
    const by = { x: within(form.elements.x.valueAsNumber), y: within(form.elements.y.valueAsNumber) };
    move(by);
    try {
      localStorage.setItem(OFFSET, JSON.stringify(by));
    } catch (error) {
      form.querySelector("[data-unkept]").hidden = false;
    }
  }

  function remembered() {
    try {
      const { x, y } = JSON.parse(localStorage.getItem(OFFSET)) || {};
      return { x: within(x), y: within(y) };
    } catch (error) {
      return { x: 0, y: 0 };
    }
  }

  // a deck has no margin in which the title of the page could stand
  document.adoptedStyleSheets = [];
  const before = remembered();
  form.elements.x.value = before.x;
  form.elements.y.value = before.y;
  form.querySelector("details").open = before.x !== 0 || before.y !== 0;
  move(before);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => (event.target.name === "edition" ? show() : offset()));
  addEventListener("hashchange", () => kept.isAddress() && choose());
  if (location.hash || location.search) {
    choose();
  }
})();
