// The fields of a form: rows that can be added, what they hold, and the text of it, which the judge makes and reads.
(function () {
  "use strict";
  const page = window.playbookContribute;
  const { element } = window.playbookDrafts;
  const form = page.find("form");
  let ids = 0;
  let waiting = 0;
  let given = {};

  const each = (selector, place, work) => place.querySelectorAll(selector).forEach(work);

  const inRow = (control) => control.closest(".row");

  function options(select, entries) {
    entries.forEach((entry) => select.append(element("option", entry[1], { value: entry[0] })));
  }

  function addRow(name, values) {
    const row = page.find('[data-row="' + name + '"]').content.firstElementChild.cloneNode(true);
    each(".small-field", row, (field, i) => {
      const control = field.querySelector("input, textarea, select");
      control.id = "r-" + ++ids;
      field.querySelector("label").htmlFor = control.id;
      if (control.hasAttribute("data-practices")) {
        options(control, page.rules.practices);
      }
      const value = typeof values === "string" ? (i ? "" : values) : (values || {})[control.name];
      set(control, typeof value === "string" ? value : "");
    });
    page.find('[data-rows="' + name + '"]').append(row);
    number();
    return row;
  }

  // A choice that is not offered, as of a practice that is a draft, must not be lost.
  function set(control, value) {
    control.value = value;
    if (control.localName === "select" && control.value !== value) {
      options(control, [[value, value]]);
      control.value = value;
    }
  }

  function fewest() {
    each("[data-at-least]", form, (rows) => {
      if (!rows.children.length) {
        addRow(rows.dataset.rows);
      }
    });
  }

  // Rows and their buttons are told apart by ear.
  function number() {
    each("[data-rows] > .row", form, (row) => {
      const place = Array.prototype.indexOf.call(row.parentElement.children, row) + 1;
      row.dataset.label = row.dataset.label || row.getAttribute("aria-label") || "";
      if (row.dataset.label) {
        row.setAttribute("aria-label", row.dataset.label + " " + place);
        each("button", row, (button) => button.setAttribute("aria-label", button.textContent + ": " + row.dataset.label + " " + place));
        each("[data-up]", row, (button) => button.setAttribute("aria-disabled", place === 1));
      }
    });
  }

  function rowOf(list) {
    return Array.from(list.children, (row) => {
      const values = {};
      each("[name]", row, (control) => { values[control.name] = control.value; });
      return values;
    }).filter((row) => Object.values(row).some((value) => value.trim()));
  }

  // Several controls of one name, and boxes to tick, hold a list.
  const isMany = (control) => control.type === "checkbox" || control.hasAttribute("data-many");

  page.read = function () {
    const values = Object.create(null); // a field may be called "constructor"
    each("[name]", form, (control) => {
      if (inRow(control)) {
        return;
      }
      if (isMany(control)) {
        const value = control.type === "checkbox" && !control.checked ? "" : control.value;
        values[control.name] = (values[control.name] || []).concat(value || []);
      } else if (control.type !== "radio" || control.checked) {
        values[control.name] = control.value;
      }
    });
    Object.keys(values).filter((name) => boxes(name).length).forEach((name) => { values[name] = inOrder(name, values[name]); });
    each("[data-rows]", form, (list) => { values[list.dataset.rows] = rowOf(list); });
    return values;
  };

  const boxes = (name) => Array.from(form.querySelectorAll('[type="checkbox"][name="' + name + '"]'));

  // What is ticked, in the order in which it was written; what has no box stays.
  function inOrder(name, ticked) {
    const before = Array.isArray(given[name]) ? given[name] : [];
    const kept = before.filter((value) => ticked.includes(value) || !boxes(name).some((box) => box.value === value));
    return kept.concat(ticked.filter((value) => !kept.includes(value)));
  }

  page.write = function (values) {
    const many = Object.create(null);
    given = values;
    each("[data-rows]", form, (list) => {
      list.replaceChildren();
      const rows = values[list.dataset.rows];
      (Array.isArray(rows) ? rows : []).forEach((row) => addRow(list.dataset.rows, row));
    });
    each("[name]", form, (control) => {
      const value = values[control.name];
      if (inRow(control)) {
        return;
      }
      if (control.type === "checkbox" || control.type === "radio") {
        control.checked = Array.isArray(value) ? value.includes(control.value) : value === control.value;
      } else if (isMany(control)) {
        many[control.name] = many[control.name] || (Array.isArray(value) ? value.slice() : []);
        set(control, many[control.name].shift() || "");
      } else {
        set(control, typeof value === "string" ? value : "");
      }
    });
    fewest();
  };

  // The sections of the text that have fields.
  page.sections = () => Array.from(form.querySelectorAll("[data-part]"), (area) => ({
    field: area.name, heading: area.dataset.part, points: area.hasAttribute("data-list"), steps: area.dataset.steps || ""
  }));

  page.lengths = function () {
    each("[data-longest]", form, (control) => {
      const length = Array.from(control.value).length;
      const says = control.closest("[data-field]").querySelector(".hint");
      if (length > control.dataset.longest * 0.7) {
        says.dataset.count = page.word("left", length, control.dataset.longest);
      } else {
        delete says.dataset.count;
      }
    });
  };

  page.soon = function () {
    clearTimeout(waiting);
    waiting = setTimeout(() => page.keep() || page.writing(() => {
      page.refresh();
      page.alike();
    }), 200);
  };

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
    page.soon();
  }

  // A list of a word processor becomes one of Markdown; into a row each item goes by itself.
  function paste(event) {
    const control = event.target.closest("textarea, input[type=text]");
    const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
    if (!control || !page.judge || !/[\n\r\t]|^\W/.test(text)) {
      return;
    }
    const made = page.judge.pasted({ text });
    const row = inRow(control);
    const one = control.localName === "input" ? made.items.join(" ") || text.trim().replace(/\s+/g, " ") : made.text;
    const rows = row && made.items.length > 1 ? made.items : [one];
    event.preventDefault();
    // so that it can be undone
    if (!document.execCommand("insertText", false, rows[0])) {
      control.setRangeText(rows[0], control.selectionStart, control.selectionEnd, "end");
    }
    let last = row;
    rows.slice(1).forEach((item) => {
      const next = addRow(row.parentElement.dataset.rows, { [control.name]: item });
      last.after(next);
      last = next;
    });
    number();
    page.soon();
  }

  page.listen = function () {
    form.addEventListener("paste", paste);
    each("[data-attempts]", form, (select) => options(select, page.rules.attempts));
    form.addEventListener("input", page.soon);
    form.addEventListener("change", page.soon);
    form.addEventListener("click", click);
    form.addEventListener("submit", (event) => event.preventDefault());
  };
})();
