// What pages say with numbers and times.
window.playbookSay = (() => {
  "use strict";

  const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (place, number) => (number in values ? values[number] : place));
  const two = (number) => String(number).padStart(2, "0");

  // The browser's rules of plural forms are those of the words. Nothing may have words of its own.
  function counted(words, number, ...values) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(number);
    return filled((number === 0 && words("zero")) || words(form) || words("other") || "", ...(values.length ? values : [number]));
  }

  // As FactWords.java says it: of whole hours or few minutes the unit once.
  function minutes(unit, low, high) {
    const one = (all) => [["hours", Math.floor(all / 60)], ["minutes", all % 60]].filter(([, number]) => number > 0)
      .map(([name, number]) => counted(unit(name), number)).join(" ");
    if (low === high) {
      return one(low);
    }
    return high < 60 ? counted(unit("minutes"), high, `${low}–${high}`)
      : low % 60 === 0 && high % 60 === 0 ? counted(unit("hours"), high / 60, `${low / 60}–${high / 60}`)
        : `${one(low)} – ${one(high)}`;
  }

  return {
    filled,
    counted,
    minutes,
    // The words that stand in the data of an element: data-found-one, data-found-other.
    data: (element) => (name) => (form) => element.dataset[name + form[0].toUpperCase() + form.slice(1)],
    two,
    day: (time) => `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`,
    // A copy on a disk says by the reader's own calendar how old it is; nothing where it cannot be that old.
    age(note) {
      const days = Math.floor((Date.now() - Date.parse(note.dataset.asOf)) / 86400000);
      const [unit, length] = days < 61 ? ["day", 1] : days < 731 ? ["month", 30.44] : ["year", 365.25];
      const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
      return days >= 0 ? filled(note.dataset.age, words.format(-Math.floor(days / length), unit)) : "";
    }
  };
})();
