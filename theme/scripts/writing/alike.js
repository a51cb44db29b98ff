// Practices that are there already, which the search finds for a title.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const { element } = window.playbookDrafts;
  const root = document.body.dataset.root;
  let search = null;

  async function found(title) {
    search = search || playbookLoad(document.body.dataset.search).then(() => window.PlaybookSearch.open(root));
    const engine = await search.catch(() => null);
    const { hits } = engine && title.trim() ? await engine.search(title.replace(/["\-:]/g, " "), { limit: 12 }) : { hits: [] };
    return hits.filter((hit) => /^practices\/(?!index\.html)/.test(hit.page)).slice(0, 3);
  }

  page.alike = async function () {
    const place = page.find("[data-alike]");
    const title = place && page.find("[name=title]").value;
    if (page.path || !place || place.dataset.title === title) {
      return;
    }
    place.dataset.title = title;
    const hits = await found(title);
    if (place.dataset.title === title) {
      const links = hits.map((hit) => element("a", hit.title, { href: root + hit.page.split("/").map(encodeURIComponent).join("/"), target: "_blank" }));
      place.replaceChildren(...(links.length ? [element("p", page.word("alike")), element("ul", links.map((link) => element("li", link))), element("p", page.word("alikeLog"), { class: "small" })] : []));
    }
  };
})();
