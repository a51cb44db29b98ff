// What a reader keeps or chose, in order: in this browser, and in the address of a page.
window.playbookKept = (() => {
  "use strict";

  // What is printed is set in the fonts by which it was measured, also where they come late.
  (document.fonts || []).forEach((font) => { font.display = "swap"; });

  const { names } = window.playbookListed;
  const told = {};
  const asked = {};

  let stores = true;

  function mine() {
    try {
      return names(playbookKeep.all());
    } catch (error) {
      return [];
    }
  }

  function keep(list) {
    try {
      localStorage.setItem(playbookKeep.key, JSON.stringify(list));
    } catch (error) {
      stores = false;
    }
  }

  try {
    localStorage.setItem("playbook.try", "1");
    localStorage.removeItem("playbook.try");
  } catch (error) {
    stores = false;
  }

  // Which script tells of a practice; CardScripts.java works it out alike.
  function scriptOf(name, scripts) {
    let hash = 0;
    for (let i = 0; i < name.length; i += 1) {
      hash = (Math.imul(31, hash) + name.charCodeAt(i)) | 0;
    }
    return (hash >>> 0) % scripts;
  }

  function load(kind, number) {
    const key = `${kind}-${number}`;
    asked[key] = asked[key] || playbookLoad(`cards/${key}.js`).then(() => told[key], () => {
      delete asked[key];
    });
    return asked[key];
  }

  // What the scripts of a kind tell of practices, by their names; null of those that are gone, nothing where a script did
  // not arrive.
  async function of(list, kind, scripts) {
    const found = new Map();
    await Promise.all(list.map(async (name) => {
      const script = await load(kind, scriptOf(name, scripts));
      if (script) {
        found.set(name, script.get(name) || null);
      }
    }));
    return found;
  }

  // What practices take together, in the words that stand in the data of an element.
  function total(element, facts) {
    const { data, filled, minutes } = window.playbookSay;
    const timed = facts.filter((one) => one.high);
    const sum = (each) => {
      const some = timed.filter((one) => one.each === each);
      return some.length ? minutes(data(element), ...["low", "high"].map((end) => some.reduce((all, one) => all + one[end], 0))) : "";
    };
    const [fixed, each] = [sum(false), sum(true)];
    const time = fixed && each ? filled(element.dataset.and, fixed, each) : fixed || (each && filled(element.dataset.each, each));
    const untimed = facts.length - timed.length;
    return [time && filled(element.dataset.total, time), untimed > 0 && filled(element.dataset.untimed, untimed)].filter(Boolean).join(" · ");
  }

  const MOST_NAMED = 5;

  // What is said of names that are there no more, and of those that nothing is known of just now.
  function missing(element, names, told) {
    return [["gone", null], ["missed"]].map(([what, known]) => {
      const some = names.filter((name) => told.get(name) === known);
      const more = some.length > MOST_NAMED ? ` … (${some.length})` : "";
      return some.length ? window.playbookSay.filled(element.dataset[what], some.slice(0, MOST_NAMED).join(", ") + more) : "";
    }).join(" ").trim();
  }

  function tellMissing(note, names, told) {
    note.textContent = missing(note, names, told);
    note.hidden = !note.textContent;
  }

  return {
    ...window.playbookListed,
    mine,
    keep,
    get stores() { return stores; },
    of,
    total,
    missing,
    tellMissing,
    take: (kind, number, all) => { told[`${kind}-${number}`] = new Map(Object.entries(all)); }
  };
})();
