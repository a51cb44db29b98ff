// Puts the practices of a reader's list into the page that runs all of them. True where there is something to run.
window.playbookOwnRun = async () => {
  "use strict";

  const kept = window.playbookKept;
  const run = document.querySelector("[data-own]");
  const find = (selector) => run.querySelector(selector);

  // A part was made without its number.
  function numbered(html, number, of) {
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const element of template.content.querySelectorAll("*")) {
      for (const { name, value } of Array.from(element.attributes)) {
        if (/^(id|href|aria-labelledby|data-clock)$/.test(name)) {
          element.setAttribute(name, value.replace(/^(#?run\.)\d+/, `$1${number}`));
        } else if (/^data-(begins|ends|questions)$/.test(name)) {
          element.setAttribute(name, number);
        }
      }
    }
    template.content.querySelector(".label").textContent = window.playbookSay.filled(run.dataset.position, number, of);
    return template.content;
  }

  function rowOf(part, number) {
    const row = find("[data-row]").content.firstElementChild.cloneNode(true);
    const link = row.querySelector("a");
    link.href = `#run.${number}`;
    link.textContent = document.getElementById(`run.${number}-title`).textContent;
    row.querySelector(".minutes").textContent = part.total;
    row.querySelector(".clock").dataset.clock = `run.${number}`;
    return row;
  }

  function materialOf(text) {
    const made = find("[data-material]").content.firstElementChild.cloneNode(true);
    made.querySelector("span").textContent = text;
    return made;
  }

  const asked = kept.inAddress() || kept.mine();
  const [facts, parts] = await Promise.all([kept.of(asked, "facts", run.dataset.scripts), kept.of(asked, "runs", run.dataset.runs)]);
  asked.forEach((name) => parts.has(name) || facts.delete(name));
  const names = asked.filter((name) => facts.get(name));
  const materials = new Map();
  for (const [key, text] of names.flatMap((name) => parts.get(name).materials)) {
    materials.set(key, materials.get(key) || text);
  }
  kept.tellMissing(find("[data-gone]"), asked, facts);
  find("[data-empty]").hidden = names.length > 0;
  run.querySelectorAll(".ready-columns, .end, [data-begin], [data-print]").forEach((one) => { one.hidden = names.length === 0; });
  find("[data-back]").hash = kept.address(asked);
  find("[data-sum]").textContent = kept.total(run, names.map((name) => facts.get(name)));
  find(".bring ul").replaceChildren(...Array.from(materials.values(), materialOf));
  find(".bring").hidden = materials.size === 0;
  find(".run-all").replaceChildren(...names.map((name, place) => numbered(parts.get(name).html, place + 1, names.length)));
  find("[data-parts]").replaceChildren(...names.map((name, place) => rowOf(parts.get(name), place + 1)));
  run.dataset.list = names.join();
  run.dataset.log += `?${names.map((name) => `practice=${encodeURIComponent(name)}`).join("&")}`;
  return names.length > 0;
};
