// Reads what must fit, where a reader writes it in words: "half an hour, 12 people, first meeting". The words are the
// edition's own; the generator's Constraints writes the table that is read here.
(() => {
  "use strict";

  const LONGEST = 300;
  const DAY = 480;
  const QUOTED = /["\u201c\u201d\u201e\u00ab\u00bb][^"\u201c\u201d\u201e\u00ab\u00bb]*["\u201c\u201d\u201e\u00ab\u00bb]|(?:^|\s)-\S+|(?!\d{1,2}:[0-5]\d(?!\d))\S+:\S+/g;
  // Of folded texts, where whatever is not ASCII is a letter. Classes of Unicode would take a browser a tenth of a second.
  const LETTER = "[0-9a-z\\x80-\\uffff]";
  const GAP = "[^0-9a-z\\x80-\\uffff]+";
  const NO_LETTER = `(?<!${LETTER})`;
  const NO_MORE = `(?!${LETTER})`;

  // What stands for a sign that is not ASCII: letters without accents, a hyphen, an apostrophe, else a space.
  function signOf(sign) {
    const plain = sign.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase();
    return /^[\p{L}\p{M}\p{N}]*$/u.test(plain) ? plain : /[\u2013\u2014]/.test(plain) ? "-" : plain === "\u2019" ? "'" : " ";
  }

  // Letters without case, accents and apostrophes, plain signs between them, and where each of them stands.
  function folded(text) {
    const places = [];
    let letters = "";
    let at = 0;
    for (const sign of text) {
      const kept = sign < "\x80" ? sign.toLowerCase() : signOf(sign);
      if (kept !== "'") {
        letters += kept;
        places.push(...Array.from({ length: kept.length }, (none, i) => at + Math.min(i, sign.length - 1)));
      }
      at += sign.length;
    }
    return { letters, places };
  }

  const wordsOf = (letters) => letters.split(/[^0-9a-z\x80-\uffff]+/).filter(Boolean);

  // A pattern of these phrases, the longest first; one that matches nothing where there is none.
  function oneOf(phrases) {
    const patterns = phrases.map((phrase) => wordsOf(folded(phrase).letters).join(GAP));
    return `(?:${patterns.filter(Boolean).sort((a, b) => b.length - a.length).join("|") || "(?!)"})`;
  }

  // A word behind a number, from five letters on with a slip: a letter too few or too many, two exchanged, from six on another
  // one. The first letter is right: "12 tours" are no hours.
  function slipsOf(word) {
    const letters = Array.from(word);
    const join = (to, ...more) => letters.slice(0, to).concat(more).join("");
    return letters.length < 5 ? [] : letters.flatMap((letter, i) => {
      const after = letters.slice(i + 1).join("");
      const others = i ? [join(i, letters.length > 5 ? `${LETTER}?` : "", after), join(i, after.slice(0, 1), letter, after.slice(1))] : [];
      return [join(i + 1, LETTER, after), ...others];
    });
  }

  const slipOf = (words) => `(?:${words.flatMap((word) => slipsOf(folded(word).letters)).join("|") || "(?!)"})`;

  // The number of a phrase of a table, by its words.
  function numbered(table) {
    const values = new Map(Object.entries(table).map(([phrase, value]) => [wordsOf(folded(phrase).letters).join(" "), value]));
    return (letters) => values.get(wordsOf(letters).join(" "));
  }

  // A reader of texts; names are those of facets and ranges that the index has.
  function reader(table, names) {
    const inWords = numbered(table.numbers);
    const numberOf = (letters) => (letters ? inWords(letters) || Number(letters.replace(",", ".")) : 0);
    const number = `(?:[1-9]\\d{0,3}(?:[.,]\\d)?|${oneOf(Object.keys(table.numbers))})`;
    // of "20 to 30" the more
    const amount = `${NO_LETTER}(?<!\\d:)(?:\\d+\\s?-\\s?|${number}\\s${oneOf(table.to)}\\s)?(${number})`;
    const half = oneOf(table.half);
    const [inMinutes, inHours, inDays, inPeople] = [table.minutes, table.hours, table.days, table.people].map(oneOf);
    const minutes = `(${number})[\\s-]?${inMinutes}`;
    const more = `\\s(?:${oneOf(table.and)}\\s)?${minutes}`;
    const end = "(?=\\s*(?:$|[,;.!?\\0]))";
    // at the beginning of what stands between commas, but for words that say nothing
    const alone = `(?<=(?:^|[,;\\0])\\s*(?:${oneOf(table.fillers)}\\s)*)`;
    // what stands before and after an amount that is the least, as in "more than an hour", but not in "no more than an hour"
    const least = new RegExp(`(?<!${NO_LETTER}${oneOf(table.not)}\\s+(?:${LETTER}+\\s+)?)${NO_LETTER}${oneOf(table.atLeast)}\\s+$`);
    const orMore = new RegExp(`^(?:\\s?\\+|\\s+${oneOf(table.orMore)}${NO_MORE})`);
    const times = numbered(table.times);
    const sizes = numbered(table.sizes);
    const amounts = [
      ["minutes", `${NO_LETTER}(${oneOf(Object.keys(table.times))})(?:${more})?${NO_MORE}`,
        ([, time, and]) => times(time) + numberOf(and)],
      ["minutes", `${amount}(?:\\s?(${half}))?[\\s-]?${inHours}(?:([0-5]\\d)|\\s([0-5]\\d)${end}|${more}|\\s(${half}))?${NO_MORE}`,
        ([, hours, early, attached, after, and, late]) => 60 * (numberOf(hours) + (early || late ? 0.5 : 0)) + numberOf(attached || after || and)],
      ["minutes", `${amount}[\\s-]?${inMinutes}${NO_MORE}`, ([, all]) => numberOf(all)],
      ["minutes", `${amount}(?:\\s?(${half}))?[\\s-]?${inDays}${NO_MORE}`, ([, days, and]) => DAY * (numberOf(days) + (and ? 0.5 : 0))],
      ["people", `${amount}[\\s-]?${inPeople}${NO_MORE}`, ([, all]) => numberOf(all)],
      ["people", `${NO_LETTER}${oneOf(table.with)}\\s${amount}(?=\\s*(?:$|[,;.!?\\0]|${oneOf(table.then)}${NO_MORE}))`, ([, all]) => numberOf(all)],
      ["people", `${alone}(${oneOf(Object.keys(table.sizes))})${end}`, ([, size]) => sizes(size), true],
      // "1:30" by itself, but not a time of day as in "at 1:30"
      ["minutes", `${NO_LETTER}(\\d{1,2}):([0-5]\\d)(?:\\s?${inHours}${NO_MORE}|(?<=(?:^|[,;\\0])\\s*\\d:\\d\\d)${end})`,
        ([, hours, and]) => 60 * hours + Number(and)]
    ];
    // A browser makes a long pattern when it first looks for it: one of slips only where a number stands before some other word.
    const unread = new RegExp(`${NO_LETTER}${number}[\\s-]?${LETTER}{4}`);
    const slips = [["minutes", table.minutes, 1], ["minutes", table.hours, 60], ["minutes", table.days, DAY], ["people", table.people, 1]]
      .map(([name, words, each]) => [name, `${amount}[\\s-]?${slipOf(words)}${NO_MORE}`, ([, all]) => each * numberOf(all), false, unread]);
    const readable = amounts.concat(slips).filter(([name]) => names.has(name))
      .map(([name, text, value, words, only]) => ({ name, found: new RegExp(text), value, words, only }));
    const facets = table.facets.filter(([name]) => names.has(name)).map(([name, value, phrases]) => {
      // a word by itself names something only where nothing stands beside it
      const some = phrases.filter((phrase) => wordsOf(folded(phrase).letters).length > 1);
      return { name, value, means: phrases[0], found: new RegExp(`${NO_LETTER}${oneOf(some)}${NO_MORE}|${alone}${oneOf(phrases)}${end}`) };
    });
    const fillers = new Set(table.fillers.map((word) => folded(word).letters));

    // What a text says must fit, in its order, and what else it says. What `plain` names is left as words.
    return (text, plain, taken) => {
      const hidden = text.slice(0, LONGEST).replace(QUOTED, (all) => "\0".repeat(all.length));
      const { letters, places } = folded(hidden);
      const read = [];
      let open = letters;
      const hide = ({ 0: all, index }) => {
        open = open.slice(0, index) + "\0".repeat(all.length) + open.slice(index + all.length);
      };
      // a time must fit into what a reader has: one that it should take at the least stays words
      const isLeast = ({ 0: all, index }) => least.test(open.slice(0, index)) || orMore.test(open.slice(index + all.length));
      const take = ({ name, found, words, only, means = "" }, valueOf) => {
        let match = !taken.has(name) && !read.some((other) => other.name === name) && (!only || only.test(open)) && found.exec(open);
        while (match && name === "minutes" && isLeast(match)) {
          hide(match);
          match = found.exec(open);
        }
        const value = match ? valueOf(match) : 0;
        if (value) {
          const last = match.index + match[0].length;
          const start = places[match.index];
          const end = places[last - 1] + 1;
          const written = text.slice(start, end);
          read.push({ name, value: String(value), text: written, start, end, words, means, plain: plain.includes(written) });
          hide(match);
        }
      };
      readable.forEach((amount) => take(amount, (match) => Math.round(amount.value(match))));
      // where nothing else must fit, the name of a thing is what is looked for
      if (read.length || /[,;]/.test(open)) {
        facets.forEach((facet) => take({ ...facet, words: true }, () => facet.value));
      }
      read.sort((a, b) => a.start - b.start);
      const cut = read.filter((one) => !one.plain && !one.words);
      const rest = cut.reduce((kept, { start, end }) => kept.slice(0, start) + " ".repeat(end - start) + kept.slice(end), text);
      const empty = cut.length && wordsOf(folded(rest).letters).every((word) => fillers.has(word));
      return { read, rest: empty ? "" : rest };
    };
  }

  window.PlaybookConstraints = reader;
})();
