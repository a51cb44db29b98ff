// The playbook on one page: one part at a time, and a search of what stands here. Without a script all parts stand below each other.
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("scripted");

  let leaves = [];
  const title = () => document.querySelector("header .name").textContent.trim();

  function named(hash) {
    try {
      return hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch (error) {
      return null;
    }
  }

  function show(event) {
    const target = named(location.hash);
    const leaf = (target && target.closest(".leaf")) || document.getElementById("home");
    leaves.forEach((other) => other.classList.toggle("is-here", other === leaf));
    const heading = leaf.id !== "home" && leaf.querySelector("h1");
    document.title = heading ? `${heading.textContent.trim()} · ${title()}` : title();
    if (target && target !== leaf) {
      target.scrollIntoView();
    } else {
      scrollTo(0, 0);
    }
    if (event) {
      leaf.focus({ preventScroll: true });
    }
  }

  function age() {
    const note = document.querySelector("[data-as-of]");
    if (note) {
      note.textContent = playbookSay.age(note);
      note.hidden = !note.textContent;
    }
  }

  // ---- search ----

  let texts = null;

  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  }

  function read() {
    texts = texts || leaves.filter((leaf) => leaf.id !== "contents" && leaf.id !== "home").map((leaf) => {
      const heading = leaf.querySelector("h1");
      const lead = leaf.querySelector(".lead");
      const whole = leaf.textContent;
      const title = plain(heading ? heading.textContent : "").trim();
      return {
        leaf,
        name: heading ? heading.textContent.trim() : "",
        hint: lead ? lead.textContent.trim() : "",
        weight: /\bon-(practice|pathway)\b/.test(leaf.className) ? 1.5 : 1,
        title: ` ${title} `,
        // a word is more of a short title
        worth: 20 / Math.sqrt(title.split(" ").length),
        lead: ` ${plain(lead ? lead.textContent : "")} `,
        text: ` ${plain(whole)} `,
      };
    });
    return texts;
  }

  function times(text, word) {
    let count = 0;
    for (let at = text.indexOf(word); at >= 0 && count < 6; at = text.indexOf(word, at + 1)) {
      count += 1;
    }
    return count;
  }

  // How well one word fits: whole, as a beginning, and with another ending.
  function fit(entry, word) {
    const forms = [[` ${word} `, 0.5], [` ${word}`, 0.5]];
    if (word.length > 4) {
      forms.push([` ${word.slice(0, Math.max(4, word.length - 3))}`, 0.5]);
    }
    return forms.reduce((sum, [form, share]) =>
      sum + share * (entry.worth * times(entry.title, form) + 3 * times(entry.lead, form) + times(entry.text, form)), 0);
  }

  function find(query) {
    const words = plain(query).trim().split(" ").filter((word) => word);
    if (words.length === 0) {
      return [];
    }
    const found = [];
    for (const entry of read()) {
      let score = entry.weight;
      for (const word of words) {
        score *= fit(entry, word);
        if (score === 0) {
          break;
        }
      }
      if (score > 0) {
        found.push({ entry, score });
      }
    }
    return found.sort((a, b) => b.score - a.score);
  }

  function searches() {
    const box = document.querySelector(".single-search");
    const input = box.querySelector("input");
    const panel = box.querySelector(".single-found");
    const list = panel.querySelector("ol");
    box.hidden = false;
    const close = () => { panel.hidden = true; };
    input.addEventListener("focus", read);
    input.addEventListener("input", () => {
      const found = find(input.value);
      panel.querySelector("p").textContent = playbookSay.counted(playbookSay.data(box)("found"), found.length);
      list.replaceChildren(...found.slice(0, 30).map(({ entry }) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const name = document.createElement("strong");
        const hint = document.createElement("span");
        link.href = `#${entry.leaf.id.split("/").map(encodeURIComponent).join("/")}`;
        name.textContent = entry.name;
        hint.textContent = entry.hint;
        name.dir = hint.dir = "auto"; // a text that is not translated runs in its own direction
        link.append(name, hint);
        link.addEventListener("click", close);
        item.append(link);
        return item;
      }));
      panel.hidden = plain(input.value).trim() === "";
    });
    box.addEventListener("keydown", (event) => {
      const links = Array.from(list.querySelectorAll("a"));
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape") {
        close();
        input.focus();
      } else if (event.key === "Enter" && event.target === input && links[0] && !event.isComposing) {
        links[0].click();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const next = links[at + (event.key === "ArrowDown" ? 1 : -1)] || input;
        next.focus();
        event.preventDefault();
      }
    });
    document.addEventListener("click", (event) => {
      if (!box.contains(event.target)) {
        close();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && event.target !== input && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
      }
    });
  }

  addEventListener("DOMContentLoaded", () => {
    leaves = Array.from(document.querySelectorAll(".leaf"));
    leaves.forEach((leaf) => { leaf.tabIndex = -1; });
    show();
    searches();
    age();
    addEventListener("hashchange", show);
    // The address names the part that is shown: the way past the header leaves it as it is.
    document.querySelector(".skip").addEventListener("click", (event) => {
      event.preventDefault();
      document.querySelector(".leaf.is-here").focus();
    });
  });
})();
