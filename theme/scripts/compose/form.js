// The form itself: rows that can be added, what it holds, and the text that it makes while somebody writes.
(function () {
  "use strict";
  const page = window.playbookContribute;
  if (!page) {
    return;
  }
  const form = page.find("form");
  const folder = page.desk.dataset.folder;
  let ids = 0;
  let waiting = 0;

  function each(selector, place, work) { Array.prototype.forEach.call(place.querySelectorAll(selector), work); }

  function options(select, entries) {
    entries.forEach(function (entry) { select.append(page.element("option", entry[1], { value: entry[0] })); });
  }

  function addRow(name, values) {
    const row = page.find('[data-row="' + name + '"]').content.firstElementChild.cloneNode(true);
    each(".small-field", row, function (field) {
      const control = field.querySelector("input, textarea, select");
      control.id = "r-" + ++ids;
      field.querySelector("label").htmlFor = control.id;
      if (control.hasAttribute("data-practices")) {
        options(control, page.rules.practices);
      }
      if (values && typeof values[control.name] === "string") {
        control.value = values[control.name];
      }
    });
    page.find('[data-rows="' + name + '"]').append(row);
    number();
    return row;
  }

  function fewest() {
    each("[data-at-least]", form, function (rows) {
      if (!rows.children.length) {
        addRow(rows.dataset.rows);
      }
    });
  }

  // Rows and their buttons are told apart by ear.
  function number() {
    each("[data-rows] > .row", form, function (row) {
      const place = Array.prototype.indexOf.call(row.parentElement.children, row) + 1;
      row.dataset.label = row.dataset.label || row.getAttribute("aria-label") || "";
      if (row.dataset.label) {
        row.setAttribute("aria-label", row.dataset.label + " " + place);
        each("button", row, function (button) {
          button.setAttribute("aria-label", button.textContent + ": " + row.dataset.label + " " + place);
        });
        each("[data-up]", row, function (button) { button.setAttribute("aria-disabled", place === 1); });
      }
    });
  }

  function rowOf(list) {
    return Array.prototype.map.call(list.children, function (row) {
      const values = {};
      each("[name]", row, function (control) { values[control.name] = control.value; });
      return values;
    }).filter(function (row) { return Object.values(row).some(function (value) { return value.trim(); }); });
  }

  function read() {
    const values = {};
    each("[name]", form, function (control) {
      if (control.closest(".row")) {
        return;
      }
      if (control.type === "checkbox") {
        values[control.name] = (values[control.name] || []).concat(control.checked ? control.value : []);
      } else if (control.type !== "radio" || control.checked) {
        values[control.name] = control.value;
      }
    });
    each("[data-rows]", form, function (list) { values[list.dataset.rows] = rowOf(list); });
    return values;
  }

  function write(values) {
    each("[data-rows]", form, function (list) {
      list.replaceChildren();
      const rows = values[list.dataset.rows];
      (Array.isArray(rows) ? rows : []).forEach(function (row) { addRow(list.dataset.rows, row || {}); });
    });
    each("[name]", form, function (control) {
      const value = values[control.name];
      if (control.closest(".row")) {
        return;
      }
      if (control.type === "checkbox" || control.type === "radio") {
        control.checked = Array.isArray(value) ? value.indexOf(control.value) >= 0 : value === control.value;
      } else {
        control.value = typeof value === "string" ? value : "";
      }
    });
    fewest();
  }

  // Practices with the same words in their names.
  function alike(title) {
    const names = function (text) { return (page.slug(text).match(/[^-]{3,}/g) || []).filter(function (word) { return !/^(the|and|for|with|your|our|you)$/.test(word); }); };
    const mine = names(title);
    return page.rules.practices.filter(function (practice) {
      return [practice[1]].concat(practice[2]).some(function (name) {
        const theirs = names(name);
        const both = mine.filter(function (word) { return theirs.indexOf(word) >= 0; }).length;
        return both > 0 && both / (mine.length + theirs.length - both) >= 0.5;
      });
    }).slice(0, 3);
  }

  function showAlike(title) {
    const place = page.find("[data-alike]");
    const found = place ? alike(title) : [];
    if (!place || place.dataset.found === JSON.stringify(found)) {
      return;
    }
    place.dataset.found = JSON.stringify(found);
    place.replaceChildren();
    if (found.length) {
      place.append(page.element("p", page.word("alike")), page.element("ul", found.map(function (practice) {
        return page.element("li", [page.element("a", practice[1], { href: document.body.dataset.root + "practices/" + encodeURIComponent(practice[0]) + ".html", target: "_blank" })]);
      })), page.element("p", page.word("alikeLog"), { class: "small" }));
    }
  }

  page.refresh = function () {
    const values = read();
    const parts = [];
    each("[data-part]", form, function (area) {
      parts.push({ field: area.name, heading: area.dataset.part, text: area.value, points: area.hasAttribute("data-list"), steps: area.hasAttribute("data-steps") ? values.steps : null });
    });
    each("[data-longest]", form, function (control) {
      const length = Array.from(control.value).length;
      const says = control.closest("[data-field]").querySelector(".hint");
      if (length > control.dataset.longest * 0.7) {
        says.dataset.count = page.word("left", length, control.dataset.longest);
      } else {
        delete says.dataset.count;
      }
    });
    showAlike(values.title || "");
    page.show(page.compose(folder, values, parts));
  };

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      page.remember(read());
      page.writing(page.refresh);
    }, 200);
  }

  function click(event) {
    const add = event.target.closest("[data-add]");
    const row = event.target.closest(".row");
    if (add) {
      addRow(add.dataset.add).querySelector("input, textarea, select").focus();
    } else if (row && event.target.closest("[data-remove]")) {
      const next = row.nextElementSibling || row.previousElementSibling;
      const list = row.parentElement;
      row.remove();
      fewest();
      (next ? next.querySelector("input, textarea, select") : list.parentElement.querySelector("[data-add]")).focus();
    } else if (row && event.target.closest("[data-up]") && row.previousElementSibling) {
      row.previousElementSibling.before(row);
      row.querySelector("[data-up]").focus();
    } else {
      return;
    }
    number();
    soon();
  }

  page.start(function () {
    each("[data-attempts]", form, function (select) { options(select, page.rules.attempts); });
    const draft = page.recall();
    const tried = new URLSearchParams(location.search).get("practice");
    const fresh = tried && folder === "attempts" ? { practices: [{ practice: tried }] } : {};
    write(draft && typeof draft === "object" ? draft : fresh);
    if (draft) {
      page.restored(function () { write(fresh); });
      page.writing(page.refresh);
    }
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("click", click);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
