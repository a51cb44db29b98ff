// What a browser keeps of somebody who writes: the draft of each form and tab, and what was handed over. It may refuse.
window.playbookDrafts = (() => {
  "use strict";
  const folder = location.pathname.replace(/[^/]*$/, "");
  const DRAFT = "playbook.draft:";
  const HANDED = "playbook.handed:" + folder;

  function stored(work) {
    try {
      return work();
    } catch (error) {
      return null;
    }
  }

  const read = (key) => stored(() => JSON.parse(localStorage.getItem(key)));

  // What a contributor wrote is set as text.
  function element(name, content, attributes) {
    const made = document.createElement(name);
    made.append(...(Array.isArray(content) ? content : [content]));
    Object.entries(attributes || {}).forEach(([one, value]) => made.setAttribute(one, value));
    return made;
  }

  return {
    stored,
    read,
    element,
    keyOf: (address) => DRAFT + address,
    // Those of all forms of this playbook, the newest first.
    all: () => (stored(() => Object.keys(localStorage)) || []).filter((key) => key.startsWith(DRAFT + folder)).map((key) => ({ key, ...read(key) })).filter((draft) => draft.title).sort((one, other) => other.at - one.at),
    link: (draft) => element("a", draft.title, { href: draft.key.slice(DRAFT.length) }),
    day: (at) => element("span", new Date(at).toLocaleDateString(document.documentElement.lang, { dateStyle: "medium" }), { class: "small" }),
    handed: () => read(HANDED) || [],
    keepHanded: (list) => stored(() => localStorage.setItem(HANDED, JSON.stringify(list.slice(0, 50))))
  };
})();
