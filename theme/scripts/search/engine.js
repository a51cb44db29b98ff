// Finds pages. Loaded when a reader first wants to search; loads of the index what a query needs, script by script, so
// that it works from a disk as it does from a server. The generator's Indexer writes what is read here; how words are cut
// is in Tokens, too, and one file of texts and their words holds the two together.
(function () {
  "use strict";

  const VERSION = 7;
  // letters of a shard's name
  const NAME = 7;
  // tiers that are read at most where not every page must be known
  const MOST_TIERS = 4;
  // headings of a page; those after them are as one
  const ORDINALS = 1024;
  // pages whose text is looked through for phrases
  const MOST_READ = 60;
  const NEARLY = 1e-9;

  // ---- what counts how much ----

  // a title that has the words of the query, a heading that has them
  const TITLE_COVER = 6;
  const HEADING_COVER = 2.5;
  // a title that is the query, a heading that is
  const EXACT = 2;
  const EXACT_HEADING = 1.2;
  // how much of the score is lost with the words that a page does not have
  const COVER = 0.1;
  // of a word that only begins as the query's last does; the same where the site has no such word
  const PREFIX = 0.4;
  const ONLY_PREFIX = 0.9;
  // for each edit
  const TYPO = 0.8;
  // of a compound, for its parts
  const JOINT = 0.9;
  // of a word that begins like one that the site does not have, and ends differently
  const FAMILY = 0.6;
  // a page that has just what was typed, signs and all: more than all the rest; one that has some of it
  const LITERAL = 12;
  const PART_OF_LITERAL = 1;

  // ---- words ----

  const RUN = /[\p{L}\p{M}\p{N}\u00ad\u200c\u200d\u{20000}-\u{3ffff}]+/gu;
  const NO_WORD = /[^\p{L}\p{M}\p{N}\u00ad\u200c\u200d\u{20000}-\u{3ffff}]/gu;
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc\u{20000}-\u{3ffff}]/u;
  const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u00ad\u200c\u200d]/gu;
  const PART = /[\u3099\u309a\uff9e\uff9f\u1160-\u11ff\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u00ad\u200c\u200d]/u;
  const FOLDED = /[ßæœøðđłıþς]/g;
  const FOLDS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ς": "σ" };
  const SYMBOL = "[\\u00a9\\u00ae\\u203c\\u2049\\u2122\\u2190-\\u23ff\\u2500-\\u2775\\u2794-\\u2bff\\u3030\\u303d\\u3297\\u3299\\u{1f000}-\\u{1f0ff}\\u{1f10d}-\\u{1faff}]";
  const FLAG = "[\\u{1f1e6}-\\u{1f1ff}]";
  const ONE = `(?:${FLAG}${FLAG}|${SYMBOL})`;
  const SKIN = "[\\u{1f3fb}-\\u{1f3ff}]";
  const CLUSTER = `${ONE}(?:[\\ufe0e\\ufe0f\\u20e3\\u{e0020}-\\u{e007f}]|${SKIN}|\\u200d${ONE})*`;
  const PICTURE = new RegExp(CLUSTER, "uy");
  const ONES = new RegExp(ONE, "gu");
  const ONLY_SKIN = new RegExp(`^${SKIN}$`, "u");
  const RUNS = new RegExp(`(${CLUSTER})|${RUN.source}`, "gu");
  const MARK = "!";
  const WORDS = 4;
  const LINK = 3;
  const LINKS = ".,/&'\u2019:@_+#=-\u2010\u2011\\*%$~^";
  const LEADS = ".#@$~&_/\\+=<>^%\u00a2\u00a3\u00a5\u00a7\u00b0\u00b1";
  const TRAILS = "+#%$*~=^_\u00a2\u00a3\u00a5\u00b0\u2030";
  const PLAIN = /^[\x00-\x7f]*$/;
  const LONGEST = 40;

  function cut(key) {
    if (key.length <= LONGEST) {
      return key;
    }
    const last = key.charCodeAt(LONGEST - 1);
    return key.slice(0, last >= 0xd800 && last < 0xdc00 ? LONGEST - 1 : LONGEST);
  }

  function keyOf(word) {
    if (PLAIN.test(word)) {
      return cut(word.toLowerCase());
    }
    return cut(word.normalize("NFKD").toLowerCase()
      .replace(NO_WORD, "").replace(DROPPED, "").replace(FOLDED, (c) => FOLDS[c]).normalize("NFC"));
  }

  function tokens(text) {
    const words = [];
    for (const found of text.matchAll(RUNS)) {
      const run = found[0];
      const start = found.index;
      if (found[1]) {
        pictures(run, start, words);
        continue;
      }
      if (!UNSPACED.test(run)) {
        spaced(text, start, start + run.length, words);
        continue;
      }
      // a change of writing ends a word
      let from = start;
      let unspaced = null;
      let at = start;
      for (const c of run) {
        const is = unspaced !== null && PART.test(c) ? unspaced : UNSPACED.test(c);
        if (unspaced !== null && is !== unspaced) {
          (unspaced ? pairs : spaced)(text, from, at, words);
          from = at;
        }
        unspaced = is;
        at += c.length;
      }
      (unspaced ? pairs : spaced)(text, from, at, words);
    }
    return withLiterals(text, withCompounds(text, words));
  }

  function pictures(run, start, words) {
    for (const one of run.matchAll(ONES)) {
      if (one.index === 0 || !ONLY_SKIN.test(one[0])) {
        words.push({ start: start + one.index, end: start + one.index + one[0].length, key: one[0], joint: false });
      }
    }
  }

  function spaced(text, start, end, words) {
    const possessive = end === start + 1 && start > 0 && /['\u2019][sS]/.test(text.slice(start - 1, end));
    const key = possessive ? "" : keyOf(text.slice(start, end));
    if (key) {
      words.push({ start, end, key, joint: false });
    }
  }

  function pairs(text, start, end, words) {
    const signs = [];
    for (const c of text.slice(start, end)) {
      if (signs.length && PART.test(c)) {
        signs[signs.length - 1] += c;
      } else {
        signs.push(c);
      }
    }
    let at = start;
    for (let i = 0; i < Math.max(1, signs.length - 1); i++) {
      const two = signs.slice(i, i + 2).join("");
      words.push({ start: at, end: at + two.length, key: keyOf(two), joint: false });
      at += signs[i].length;
    }
  }

  function withCompounds(text, words) {
    const all = [];
    for (let i = 0; i < words.length;) {
      let last = i;
      let link = "";
      for (; last + 1 < words.length; last++) {
        const between = linkOf(text, words[last], words[last + 1]);
        if (!between || (link && between !== link)) {
          break;
        }
        link = between;
      }
      const some = words.slice(i, last + 1);
      all.push(...some);
      if (last > i) {
        all.push({ start: words[i].start, end: words[last].end, key: cut(some.map((w) => w.key).join("")), joint: true });
      }
      i = last + 1;
    }
    return all;
  }

  function linkOf(text, a, b) {
    if (b.start !== a.end + 1) {
      return "";
    }
    const between = text[a.end];
    if (between === "-" || between === "\u2010" || between === "\u2011") {
      return "-";
    }
    const letters = a.end - a.start === 1 && b.end - b.start === 1 && !/^[0-9]/.test(a.key) && !/^[0-9]/.test(b.key);
    return between === "." && letters ? "." : "";
  }

  function withLiterals(text, words) {
    const all = [];
    let chain = [];
    let end = 0;
    const keep = (start, stop, signs) => {
      if (signs.length < LONGEST) {
        all.push({ start, end: stop, key: MARK + signs, joint: true });
      }
    };
    const flush = () => {
      literals(text, chain, keep);
      chain = [];
    };
    for (const token of words) {
      if (token.joint) {
        all.push(token);
        continue;
      }
      PICTURE.lastIndex = token.start;
      const picture = PICTURE.exec(text);
      if (picture) {
        flush();
        all.push(token);
        if (token.start >= end) {
          end = PICTURE.lastIndex;
          keep(token.start, end, picture[0].replace(/[\ufe0e\ufe0f]/g, ""));
        }
        continue;
      }
      if (chain.length && !linked(text, chain[chain.length - 1], token)) {
        flush();
      }
      chain.push(token);
      all.push(token);
    }
    flush();
    return all;
  }

  function linked(text, a, b) {
    if (b.start <= a.end || b.start > a.end + LINK) {
      return false;
    }
    for (let i = a.end; i < b.start; i++) {
      if (!LINKS.includes(text[i])) {
        return false;
      }
    }
    return true;
  }

  function literals(text, chain, keep) {
    const size = chain.length;
    for (let from = 0; from < size; from++) {
      const lead = leadOf(text, chain[from]);
      for (let to = from; to < size; to++) {
        if (to - from >= WORDS && to - from + 1 < size) {
          to = from === 0 ? size - 1 : size;
        }
        if (to < size) {
          variants(text, chain, from, to, lead, trailOf(text, chain[to], chain[to + 1]), keep);
        }
      }
    }
  }

  function variants(text, chain, from, to, lead, trail, keep) {
    const start = chain[from].start;
    const stop = chain[to].end;
    let core = chain[from].key;
    let plain = true;
    for (let i = from + 1; i <= to && core.length <= LONGEST; i++) {
      const between = signsOf(text.slice(chain[i - 1].end, chain[i].start));
      plain = plain && between === "-";
      core += between + chain[i].key;
    }
    if (core.length > LONGEST) {
      return;
    }
    const before = text.slice(start - lead, start);
    const after = signsOf(text.slice(stop, stop + trail));
    if (!plain) {
      keep(start, stop, core);
    }
    if (lead) {
      keep(start - lead, stop, before + core);
    }
    if (trail) {
      keep(start, stop + trail, core + after);
    }
    if (lead && trail) {
      keep(start - lead, stop + trail, before + core + after);
    }
  }

  function signsOf(text) {
    return text.replace(/\u2019/g, "'").replace(/[\u2010\u2011]/g, "-").replace(/S/g, "s");
  }

  const WORD_FIRST = new RegExp("^" + RUN.source.slice(0, -1), "u");

  // one of these, or of the signs of money
  function isIn(signs, c) {
    return signs.includes(c) || (c >= "\u20a0" && c <= "\u20cf");
  }

  function leadOf(text, word) {
    const at = word.start - 1;
    if (at < 0 || !isIn(LEADS, text[at])) {
      return 0;
    }
    const before = text.codePointAt(at - 2) > 0xffff ? at - 2 : at - 1;
    return at > 0 && (text[at - 1] === text[at] || WORD_FIRST.test(text.slice(before, at))) ? 0 : 1;
  }

  function trailOf(text, word, next) {
    const at = word.end;
    if (signsOf(text.slice(at, at + 2)) === "'s" && !WORD_FIRST.test(text.slice(at + 2, at + 4))) {
      return 2;
    }
    if (at >= text.length || !isIn(TRAILS, text[at])) {
      return 0;
    }
    let i = at;
    while (text[i] === text[at]) {
      i++;
    }
    return i - at > 1 || !next || next.start !== i ? Math.min(i - at, LINK) : 0;
  }

  // ---- queries ----

  const SPACE = /[ \t-\r\u00a0\u3000\u2028]/;
  const QUOTE = /["\u201c\u201d\u201e\u00ab\u00bb]/;

  function parse(written, filterNames) {
    const text = written.slice(0, 1000);
    const query = { loose: false, words: new Map(), times: new Map(), open: text !== "" && !SPACE.test(text[text.length - 1]), literals: [], phrases: [], without: [], filters: new Map() };
    let at = 0;
    while (at < text.length) {
      if (SPACE.test(text[at])) {
        at++;
        continue;
      }
      const minus = text[at] === "-" && at + 1 < text.length && !SPACE.test(text[at + 1]);
      const from = minus ? at + 1 : at;
      const colon = text.indexOf(":", from);
      const named = colon > from && colon + 1 < text.length && !SPACE.test(text[colon + 1]) &&
        filterNames.has(text.slice(from, colon).toLowerCase());
      const value = named ? colon + 1 : from;
      const close = QUOTE.test(text[value]) ? search(text, value + 1, QUOTE) : -1;
      const space = search(text, value, SPACE);
      const end = close > 0 ? close : space < 0 ? text.length : space;
      const piece = text.slice(close > 0 ? value + 1 : value, end);
      at = close > 0 ? close + 1 : end;
      if (named && !minus) {
        const name = text.slice(from, colon).toLowerCase();
        query.filters.set(name, (query.filters.get(name) || []).concat(piece));
        continue;
      }
      query.open = query.open && close < 0;
      addPiece(query, piece, minus, close > 0);
    }
    return query;
  }

  function search(text, from, sought) {
    for (let i = from; i < text.length; i++) {
      if (sought.test(text[i])) {
        return i;
      }
    }
    return -1;
  }

  function addPiece(query, piece, minus, quoted) {
    const all = tokens(piece);
    const exact = all.filter((token) => token.key[0] === MARK);
    const found = all.filter((token) => token.key[0] !== MARK);
    const keys = found.filter((token) => !token.joint).map((token) => token.key);
    const within = (token, other) => token.start >= other.start && token.end <= other.end;
    const largest = exact.filter((token) => !exact.some((other) => other.end - other.start > token.end - token.start && within(token, other)));
    if (minus && largest.length) {
      query.without.push(...largest.map((token) => [token.key]));
      return;
    }
    for (const token of largest) {
      if (query.literals.length >= 64 || query.literals.some((literal) => literal.key === token.key)) {
        continue;
      }
      query.literals.push({ key: token.key, words: found.filter((word) => !word.joint && within(word, token)).map((word) => word.key),
        parts: exact.filter((part) => part !== token && within(part, token)).map((part) => part.key) });
    }
    for (const token of found) {
      if (minus || query.words.size >= 64) {
        break;
      }
      if (!token.joint) {
        query.times.set(token.key, (query.times.get(token.key) || 0) + 1);
        if (!query.words.has(token.key)) {
          query.words.set(token.key, []);
        }
        continue;
      }
      for (const part of found) {
        if (!part.joint && part.start >= token.start && part.end <= token.end && query.words.has(part.key)) {
          query.words.get(part.key).push(token.key);
        }
      }
    }
    if (minus && keys.length) {
      query.without.push(keys);
    } else if (quoted && keys.length > 1) {
      query.phrases.push(keys);
    } else {
      query.loose = query.loose || keys.length > 0;
    }
  }

  // ---- the index ----

  const DIGITS = new Uint8Array(128);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    .forEach((c, i) => { DIGITS[c.charCodeAt(0)] = i; });

  function reader(text, at) {
    function one() {
      if (at >= text.length) {
        throw new RangeError("cut");
      }
      return DIGITS[text.charCodeAt(at++) & 127];
    }
    function next() {
      let number = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = one();
        number |= (digit & 31) << shift;
        if (digit < 32) {
          return number;
        }
      }
    }
    return { more: () => at < text.length, one, next };
  }

  function frontCoded(coded) {
    const words = [];
    let before = "";
    for (const [, shared, rest] of coded.matchAll(/([A-Z])([^A-Z]*)/g)) {
      before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
      words.push(before);
    }
    return words;
  }

  function pagesOf(deltas) {
    const pages = [];
    const numbers = reader(deltas, 0);
    for (let page = -1; numbers.more();) {
      page += numbers.next() + 1;
      pages.push(page);
    }
    return pages;
  }

  // What is not there yet is asked for, all of it at once, and then the work is done again.
  class Wanted {
    constructor(names) {
      this.names = names;
    }
  }

  // The last of the sorted list that is not after the word, -1 before the first.
  function place(list, word, of) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (of(list[middle]) <= word) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  const first = (bound) => bound[0];
  const itself = (word) => word;

  function find(words, word) {
    const at = place(words, word, itself);
    return at >= 0 && words[at] === word ? at : -1;
  }

  class Index {
    constructor(root, load) {
      this.root = root;
      this.load = load;
      this.shards = new Map();
      this.parsed = new Map();
      this.missing = new Set();
      this.coming = new Map();
      // briefs that came with postings, by page
      this.leaders = new Map();
    }

    // The data of a shard, null if it is not there.
    shard(name) {
      if (!this.shards.has(name)) {
        throw new Wanted([name]);
      }
      return this.shards.get(name);
    }

    // Does all of the work, and then asks for what all of it wanted.
    all(list, work) {
      const wanted = [];
      const results = list.map((item, i) => {
        try {
          return work(item, i);
        } catch (stop) {
          if (!(stop instanceof Wanted)) {
            throw stop;
          }
          wanted.push(...stop.names);
          return null;
        }
      });
      if (wanted.length) {
        throw new Wanted(wanted);
      }
      return results;
    }

    // `waits` is told when something is not there yet.
    async run(work, waits = () => {}) {
      for (;;) {
        try {
          return work();
        } catch (stop) {
          if (!(stop instanceof Wanted)) {
            throw stop;
          }
          waits();
          await Promise.all(Array.from(new Set(stop.names), (name) => this.bring(name)));
        }
      }
    }

    // Of searches that go on at once each gets what one of them has asked for.
    bring(name) {
      if (!this.coming.has(name) && !this.shards.has(name)) {
        this.coming.set(name, this.load(name).then((data) => {
          if (data === null) {
            this.missing.add(name);
          }
          this.shards.set(name, data);
          this.coming.delete(name);
        }));
      }
      return this.coming.get(name);
    }

    // What is missing may be there the next time.
    forget() {
      this.missing.forEach((name) => {
        this.shards.delete(name);
        this.parsed.delete(name);
      });
      this.missing.clear();
    }

    // What is made of a shard's data; `none` where it is missing or not as it was written: a text that is not there throws.
    read(name, none, how) {
      const data = this.shard(name);
      try {
        return data ? how(data) : none;
      } catch (damaged) {
        this.missing.add(name);
        return none;
      }
    }

    parse(name, none, how) {
      if (!this.parsed.has(name)) {
        this.parsed.set(name, this.read(name, none, how));
      }
      return this.parsed.get(name);
    }

    wordShard(word) {
      return place(this.root.words, word, first);
    }

    words(number) {
      return this.parse(this.root.words[number][1], { words: [] }, (data) => {
        const words = frontCoded(data[0]);
        const shard = { words, letters: Int32Array.from(words, letters), forms: [], of: new Map() };
        const numbers = reader(data[1], 0);
        const known = [];
        for (const word of words) {
          const back = numbers.next();
          if (back === 0) {
            const head = numbers.next();
            const count = (head & 1) === 0 ? 1 : numbers.next();
            const tiers = [];
            for (let i = 0; i < count; i++) {
              const block = numbers.next() * NAME;
              tiers.push({ block: data[2].substr(block, NAME), offset: numbers.next(), strongest: count === 1 ? 0 : numbers.next() });
            }
            known.push({ id: tiers[0].block + tiers[0].offset, count: head >>> 2, stop: (head & 2) !== 0, tiers });
          }
          const form = known[back === 0 ? known.length - 1 : known.length - back];
          shard.forms.push(form);
          if (!shard.of.has(form.id)) {
            shard.of.set(form.id, []);
          }
          shard.of.get(form.id).push(word);
        }
        return shard;
      });
    }

    firsts(number) {
      return this.parse(this.root.firsts[number][1], [], (data) => frontCoded(data[0]));
    }

    // Hands the postings of a tier on.
    postings(tier, onPage, onLabel) {
      this.lead(tier.block);
      this.read(tier.block, null, ([text]) => {
        const { one, next } = reader(text, tier.offset);
        let page = -1;
        for (let left = next(); left > 0; left--) {
          page += next() + 1;
          if (page >= this.root.pages) {
            throw new RangeError("cut");
          }
          const head = one();
          onPage(page, head >> 1);
          let ordinal = 0;
          for (let more = head & 1; more;) {
            const label = next();
            more = label & 1;
            ordinal += label >> 6;
            onLabel(page, ordinal, (label & 32) !== 0, (label >> 1) & 15);
          }
        }
      });
    }

    // Keeps the briefs that lie with postings, of pages whose titles have the words.
    lead(block) {
      this.parse(block, null, ([, rows]) => rows.forEach(([page, row]) => this.leaders.set(page, brief(row))));
    }

    brief(page) {
      const { group, briefs } = this.root;
      return this.leaders.get(page) || this.read(briefs.substr(Math.floor(page / group) * NAME, NAME), null, (rows) => brief(rows[page % group]));
    }

    // The passages of a text, or of a long one the beginning of each.
    extract(brief) {
      return this.passages(brief.extract) || [];
    }

    whole(brief) {
      return this.passages(brief.whole) || this.extract(brief);
    }

    passages(name) {
      return name && this.parse(name, null, ([rows]) => rows.map(([anchor, heading, text]) => ({ anchor, heading, text: text.toString() })));
    }

    facet(name) {
      return this.parse(this.root.facets[name], [], ([rows]) => rows.map(([value, pages]) => ({ value, pages: pagesOf(pages) })));
    }

    range(name) {
      return this.parse(this.root.ranges[name], [], ([rows]) => rows.map(([low, high, pages, each, eachMost]) => {
        return { low, high, each: each || 0, eachMost: eachMost || 0, pages: pagesOf(pages) };
      }));
    }

    inRange(name, number, people) {
      const rows = this.range(name);
      return rows.filter((row) => row.low + row.each * people <= number && number <= row.high).flatMap((row) => row.pages);
    }

    // What a page takes of so many people where it takes so much of each: the least and the most; else null.
    inAll(page, people) {
      const row = this.root.ranges.minutes && this.range("minutes").find(({ each, pages }) => each && pages.includes(page));
      return row && !row.low ? { minutes: [row.each * people, row.eachMost * people], people } : null;
    }
  }

  function brief([title, path, anchor, type, strip, summary, aka, extract, whole]) {
    return { title, path, anchor, type, strip, summary, aka: aka.map(String), extract: extract.trim(), whole: whole.trim() };
  }

  // ---- what a word may stand for ----

  let beforeLast = new Uint8Array(64);
  let last = new Uint8Array(64);
  let row = new Uint8Array(64);

  // Which letters a word has, in 32 bits. An edit adds at most one and takes at most one away.
  function letters(word) {
    let mask = 0;
    for (let i = 0; i < word.length; i++) {
      mask |= 1 << (word.charCodeAt(i) & 31);
    }
    return mask;
  }

  function ones(mask) {
    let bits = mask - ((mask >>> 1) & 0x55555555);
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }

  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) {
      return limit + 1;
    }
    for (let j = 0; j <= b.length; j++) {
      last[j] = j;
    }
    for (let i = 1; i <= a.length; i++) {
      row[0] = i;
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        let value = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
          value = Math.min(value, beforeLast[j - 2] + 1);
        }
        row[j] = value;
        least = Math.min(least, value);
      }
      if (least > limit) {
        return limit + 1;
      }
      const spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[b.length], limit + 1);
  }

  class Lookup {
    constructor(index) {
      this.index = index;
    }

    term(key, joints, next, open) {
      const index = this.index;
      const ways = { forms: new Map(), keys: new Set(), main: null, instead: "" };
      this.exact(key, 1, ways);
      const known = ways.main !== null;
      index.all(joints, (joint) => this.exact(joint, JOINT, ways));
      if (next && index.wordShard(key + next) === index.wordShard(key)) {
        this.exact(key + next, JOINT, ways);
      }
      if (open || !known) {
        this.prefix(key, known, ways);
      }
      if (!known) {
        this.typo(key, ways);
      }
      if (!ways.main && open) {
        this.unfinishedTypo(key, ways);
      }
      if (!known) {
        this.family(key, ways);
      }
      if (!ways.main) {
        return { key, weight: 0, stop: false, ways: [], keys: ways.keys, instead: "" };
      }
      const most = this.weight(ways.main.count);
      return {
        key,
        weight: most,
        stop: ways.main.stop,
        ways: Array.from(ways.forms.values(), ({ form, share }) => ({ form, weight: Math.min(most, this.weight(form.count)) * share })),
        keys: ways.keys,
        instead: ways.instead
      };
    }

    weight(count) {
      const n = this.index.root.pages;
      return Math.max(1, Math.round(Math.log(1 + (n - count + 0.5) / (count + 0.5)) * 1000)) / 1000;
    }

    add(ways, form, shard, share) {
      const known = ways.forms.get(form.id);
      if (!known || known.share < share) {
        ways.forms.set(form.id, { form, share });
      }
      ways.main = ways.main || form;
      shard.of.get(form.id).forEach((word) => ways.keys.add(word));
    }

    form(key) {
      const number = this.index.wordShard(key);
      if (number < 0) {
        return null;
      }
      const shard = this.index.words(number);
      const at = find(shard.words, key);
      return at < 0 ? null : { form: shard.forms[at], shard };
    }

    exact(key, share, ways) {
      const found = this.form(key);
      if (found) {
        this.add(ways, found.form, found.shard, share);
      }
    }

    prefix(key, known, ways) {
      const index = this.index;
      const found = [];
      const start = Math.max(0, index.wordShard(key));
      const share = known ? PREFIX : ONLY_PREFIX;
      const numbers = [start, start + 1].filter((number) => number < index.root.words.length &&
        (number === start || index.root.words[number][0].startsWith(key)));
      for (const shard of index.all(numbers, (number) => index.words(number))) {
        const at = place(shard.words, key, itself);
        for (let w = Math.max(0, at); w < shard.words.length; w++) {
          const word = shard.words[w];
          if (word.startsWith(key)) {
            if (word.length > key.length) {
              const near = key.length / word.length;
              found.push({ word, form: shard.forms[w], shard, rank: shard.forms[w].count * near * near, share });
            }
          } else if (word > key) {
            break;
          }
        }
      }
      this.take(found, known ? 6 : 12, ways);
    }

    take(found, most, ways) {
      found.sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
      const forms = new Set();
      for (const candidate of found) {
        if (forms.size === most && !forms.has(candidate.form.id)) {
          break;
        }
        forms.add(candidate.form.id);
        this.add(ways, candidate.form, candidate.shard, candidate.share);
      }
    }

    typo(key, ways) {
      if (key.length < 4 || UNSPACED.test(String.fromCodePoint(key.codePointAt(0)))) {
        return;
      }
      const index = this.index;
      const bounds = index.root.words;
      const edits = key.length < 8 ? 1 : 2;
      const mask = letters(key);
      const found = [];
      const home = Math.max(0, index.wordShard(key));
      const numbers = [];
      for (let i = Math.max(0, home - 3); i <= Math.min(home + 3, bounds.length - 1); i++) {
        if (bounds[i][0] <= key[0] + "\uffff" && (i + 1 === bounds.length || bounds[i + 1][0] >= key[0])) {
          numbers.push(i);
        }
      }
      for (const shard of index.all(numbers, (number) => index.words(number))) {
        for (let w = 0; w < shard.words.length; w++) {
          const other = shard.letters[w];
          if (ones(mask & ~other) <= edits && ones(other & ~mask) <= edits) {
            this.slip(key, shard.words[w], edits, shard.forms[w], shard, found);
          }
        }
      }
      if (!found.length) {
        this.firstLetter(key, edits, found);
      }
      const before = ways.main;
      this.take(found, 3, ways);
      if (!before && found.length) {
        ways.instead = found[0].word;
      }
    }

    slip(key, word, edits, form, shard, found) {
      const edited = distance(key, word, edits);
      if (edited <= edits) {
        const share = edited === 0 ? 1 : edited === 1 ? TYPO : TYPO * TYPO;
        found.push({ word, form, shard, rank: (2 - edited) * 1e9 + form.count, share });
      }
    }

    firstLetter(key, edits, found) {
      const index = this.index;
      const numbers = new Set([key.slice(1), key, key.slice(2)]
        .map((turned) => place(index.root.firsts, turned, first)).filter((number) => number >= 0));
      const words = new Set();
      for (const list of index.all(Array.from(numbers), (number) => index.firsts(number))) {
        for (const turned of list) {
          const word = turned[turned.length - 1] + turned.slice(0, -1);
          if (distance(key, word, edits) <= edits) {
            words.add(word);
          }
        }
      }
      index.all(Array.from(words), (word) => {
        const hit = this.form(word);
        if (hit) {
          this.slip(key, word, edits, hit.form, hit.shard, found);
        }
      });
    }

    // Words that begin alike and end differently: planned, where the site does not have planning.
    family(key, ways) {
      if (!this.index.root.words.length || UNSPACED.test(String.fromCodePoint(key.codePointAt(0)))) {
        return;
      }
      const found = [];
      const shard = this.index.words(Math.max(0, this.index.wordShard(key)));
      shard.words.forEach((word, w) => {
        let common = 0;
        while (common < Math.min(key.length, word.length) && key[common] === word[common]) {
          common++;
        }
        if (common >= 4 && Math.max(key.length, word.length) - common <= 4) {
          const form = shard.forms[w];
          found.push({ word, form, shard, rank: common * 1e9 + form.count, share: FAMILY });
        }
      });
      const alone = !ways.main;
      this.take(found, 2, ways);
      if (alone && found.length) {
        ways.instead = found[0].word;
      }
    }

    unfinishedTypo(key, ways) {
      if (!this.index.root.words.length || key.length < 4 || UNSPACED.test(String.fromCodePoint(key.codePointAt(0)))) {
        return;
      }
      const found = [];
      const shard = this.index.words(Math.max(0, this.index.wordShard(key)));
      const share = TYPO * ONLY_PREFIX;
      shard.words.forEach((word, w) => {
        if (word.length > key.length && distance(key, word.slice(0, key.length), 1) <= 1) {
          const near = key.length / word.length;
          found.push({ word, form: shard.forms[w], shard, rank: shard.forms[w].count * near * near, share });
        }
      });
      this.take(found, 6, ways);
      if (found.length) {
        ways.instead = found[0].word;
      }
    }
  }

  // ---- order ----

  // How the worth of a title or heading falls with the words of the query that it does not have: the power of 3.5, by
  // steps that every engine rounds alike.
  function steep(cover) {
    return cover * cover * cover * Math.sqrt(cover);
  }

  // How much each page's score counts, 1 at the most.
  function weightsOf(root) {
    const weights = new Float64Array(root.pages).fill(1);
    let page = 0;
    root.weights.forEach(([pages, weight]) => { weights.fill(weight, page, page += pages); });
    return weights;
  }

  class Ranking {
    constructor(index) {
      const pages = index.root.pages;
      this.index = index;
      this.sums = new Float64Array(pages);
      this.matched = new Float64Array(pages);
      this.best = new Float64Array(pages);
      this.bestWeight = new Float64Array(pages);
      this.extra = new Float64Array(pages);
      this.words = new Uint8Array(pages);
      this.weights = weightsOf(index.root);
    }

    // The candidates in order, as many as are asked for, and how many there are.
    of(terms, literals, allowed, whole, limit) {
      const deepest = Math.max(1, ...terms.concat(literals).flatMap((term) => term.ways.map((way) => way.form.tiers.length)));
      for (let depth = whole ? deepest : 1; ; depth++) {
        const ranked = this.pass(terms, literals, allowed, depth, limit);
        if (depth >= (whole ? deepest : Math.min(deepest, MOST_TIERS)) || this.isSettled(ranked, terms, literals, depth, limit)) {
          ranked.exact = depth >= deepest;
          return ranked;
        }
      }
    }

    isSettled(ranked, terms, literals, depth, limit) {
      if (ranked.top.length < limit) {
        return false;
      }
      let unread = 0;
      for (const term of terms) {
        let most = 0;
        for (const way of term.ways) {
          if (way.form.tiers.length > depth) {
            most = Math.max(most, way.weight * way.form.tiers[depth].strongest / this.index.root.impact);
          }
        }
        unread += most;
      }
      for (const literal of literals) {
        unread += Math.max(0, ...literal.ways.filter((way) => way.form.tiers.length > depth).map((way) => way.weight));
      }
      const least = ranked.top[limit - 1].score;
      if (unread > least) {
        return false;
      }
      const first = new Set(ranked.top.slice(0, limit).map((candidate) => candidate.page));
      return !ranked.pages.some((page, i) => !first.has(page) && ranked.scores[i] + unread > least && ranked.words[i] < terms.length);
    }

    pass(terms, literals, allowed, depth, limit) {
      const index = this.index;
      const tiers = terms.concat(literals).flatMap((term) => term.ways.flatMap((way) => way.form.tiers.slice(0, depth)));
      index.all(tiers, (tier) => index.shard(tier.block));
      const labels = new Map();
      const touched = [];
      let total = 0;
      terms.forEach((term, number) => {
        total += term.weight;
        this.add(number, term, allowed, depth, labels, touched);
      });
      literals.forEach((literal) => this.addLiteral(literal, allowed, depth, touched));
      const covers = this.coversOf(labels, total);
      const scores = new Float64Array(touched.length);
      const words = new Uint8Array(touched.length);
      touched.forEach((page, i) => {
        const of = covers.get(page);
        const cover = total > 0 ? this.matched[page] / total : 0;
        const score = this.sums[page] * (1 - COVER * (1 - cover)) + this.extra[page];
        scores[i] = (of ? score + of.title + of.heading : score) * this.weights[page];
        words[i] = this.words[page];
        this.sums[page] = 0;
        this.extra[page] = 0;
        this.matched[page] = 0;
        this.words[page] = 0;
      });
      const top = leaders(touched, scores, limit).map((i) => {
        return { page: touched[i], score: scores[i], cover: covers.get(touched[i]) };
      });
      return { top, pages: touched, scores, words };
    }

    add(number, term, allowed, depth, labels, touched) {
      const { best, bestWeight, sums, matched, words } = this;
      const most = this.index.root.impact;
      const pages = [];
      for (const way of term.ways) {
        const weight = way.weight;
        const onPage = (page, impact) => {
          // a word that nearly every text has brings no page, and only makes a title whole
          if (weight === 0 || (allowed && !allowed[page])) {
            return;
          }
          if (bestWeight[page] === 0) {
            pages.push(page);
          }
          const value = weight * impact / most;
          if (value > best[page]) {
            best[page] = value;
          }
          if (weight > bestWeight[page]) {
            bestWeight[page] = weight;
          }
        };
        const onLabel = (page, ordinal, title, length) => {
          if (allowed && !allowed[page]) {
            return;
          }
          const capped = Math.min(ordinal, ORDINALS - 1);
          const key = page * ORDINALS + capped;
          let label = labels.get(key);
          if (!label) {
            label = { page, ordinal: capped, title, length, sum: 0, count: 0, term: -1, last: 0 };
            labels.set(key, label);
          }
          if (number !== label.term) {
            label.term = number;
            label.last = 0;
            label.count++;
          }
          if (weight > label.last) {
            label.sum += weight - label.last;
            label.last = weight;
          }
        };
        way.form.tiers.slice(0, depth).forEach((tier) => this.index.postings(tier, onPage, onLabel));
      }
      for (const page of pages) {
        if (words[page] === 0) {
          touched.push(page);
        }
        words[page]++;
        sums[page] += best[page];
        matched[page] += bestWeight[page];
        best[page] = 0;
        bestWeight[page] = 0;
      }
    }

    // The best of the ways counts, and once.
    addLiteral(literal, allowed, depth, touched) {
      const { best, extra, words } = this;
      const pages = [];
      for (const way of literal.ways) {
        const onPage = (page, impact) => {
          if (allowed && !allowed[page]) {
            return;
          }
          if (best[page] === 0) {
            pages.push(page);
          }
          best[page] = Math.max(best[page], way.weight * (1 + impact / this.index.root.impact / 100));
        };
        way.form.tiers.slice(0, depth).forEach((tier) => this.index.postings(tier, onPage, () => {}));
      }
      for (const page of pages) {
        if (words[page] === 0 && extra[page] === 0) {
          touched.push(page);
        }
        extra[page] += best[page];
        best[page] = 0;
      }
    }

    coversOf(labels, total) {
      const covers = new Map();
      for (const label of labels.values()) {
        if (label.sum === 0) {
          continue;
        }
        let of = covers.get(label.page);
        if (!of) {
          of = { title: 0, heading: 0, bestTitle: null, bestHeading: null };
          covers.set(label.page, of);
        }
        const cover = label.sum / total;
        const full = 0.5 + 0.5 * Math.min(1, label.count / label.length);
        let value = label.sum * steep(cover) * full;
        const exact = label.count >= label.length && label.sum > total - NEARLY;
        if (label.title) {
          value = value * TITLE_COVER + (exact ? total * EXACT : 0);
          if (!of.bestTitle || value > of.title) {
            of.title = value;
            of.bestTitle = label;
          }
        } else {
          value = value * HEADING_COVER + (exact ? total * EXACT_HEADING : 0);
          if (!of.bestHeading || value > of.heading || (value === of.heading && label.ordinal < of.bestHeading.ordinal)) {
            of.heading = value;
            of.bestHeading = label;
          }
        }
      }
      return covers;
    }
  }

  // The places of the best scores, best first, of equal ones the earlier page. A heap of so many, the worst on top.
  function leaders(pages, scores, limit) {
    const heap = [];
    const worse = (a, b) => scores[a] < scores[b] || (scores[a] === scores[b] && pages[a] > pages[b]);
    const sink = () => {
      for (let at = 0; ;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < heap.length && worse(heap[child], heap[least])) {
            least = child;
          }
        }
        if (least === at) {
          return;
        }
        [heap[at], heap[least]] = [heap[least], heap[at]];
        at = least;
      }
    };
    for (let i = 0; i < pages.length; i++) {
      if (heap.length < limit) {
        heap.push(i);
        for (let at = heap.length - 1; at > 0;) {
          const up = (at - 1) >> 1;
          if (!worse(heap[at], heap[up])) {
            break;
          }
          [heap[at], heap[up]] = [heap[up], heap[at]];
          at = up;
        }
      } else if (worse(heap[0], i)) {
        heap[0] = i;
        sink();
      }
    }
    return heap.sort((a, b) => (worse(a, b) ? 1 : worse(b, a) ? -1 : 0));
  }

  // ---- texts ----

  function count(list, term) {
    let sum = 0;
    for (const token of list) {
      sum += term.keys.has(token.key) ? 1 : 0;
    }
    return sum;
  }

  function bestPassage(passages, terms) {
    let best = null;
    let most = 0;
    for (const passage of passages) {
      const heading = tokens(passage.heading);
      const text = tokens(passage.text);
      let sum = 0;
      let matched = 0;
      for (const term of terms) {
        const inText = count(text, term);
        const inHeading = count(heading, term);
        if (inText + inHeading > 0) {
          sum += term.weight * ((inHeading > 0 ? 2 : 0) + inText / (inText + 1));
          matched += term.weight;
        }
      }
      if (sum * matched > most) {
        most = sum * matched;
        best = passage;
      }
    }
    return best;
  }

  // Where a result opens, and what it shows: the summary, for where the document begins, or one of its sections.
  function placeOf(index, brief, candidate, query, terms) {
    const top = { anchor: "", heading: "", text: brief.summary };
    if (query.phrases.length) {
      if ([brief.title, ...brief.aka].some((name) => query.phrases.some(holder([name])))) {
        return top;
      }
      return [top].concat(index.whole(brief)).find((place) => query.phrases.some(holder([place.heading, place.text]))) || top;
    }
    const title = candidate.cover && candidate.cover.bestTitle;
    const heading = candidate.cover && candidate.cover.bestHeading;
    // a heading that has more of the query's words, or as many with less beside them
    const inHeading = heading && (!title || heading.count > title.count || (heading.count === title.count && heading.length < title.length));
    if (!terms.length || (title && !inHeading)) {
      return top;
    }
    const passages = index.extract(brief);
    if (heading) {
      let headings = brief.aka.length;
      for (const passage of passages) {
        if (passage.heading && ++headings === heading.ordinal) {
          return passage;
        }
      }
    }
    const best = bestPassage([top].concat(passages), terms);
    return (best && (best.anchor || best === top)) || !brief.whole ? best || top : bestPassage([top].concat(index.whole(brief)), terms) || top;
  }

  const holdsPhrases = (index, brief, query) => query.phrases.every(holder(textsOf(index, brief)));

  const holdsForbidden = (index, brief, query) => query.without.filter((phrase) => phrase.length > 1).some(holder(textsOf(index, brief)));

  function textsOf(index, brief) {
    const texts = [brief.title, brief.summary, ...brief.aka];
    index.whole(brief).forEach((passage) => texts.push(passage.heading, passage.text));
    return texts;
  }

  function holder(texts) {
    // no key has a line break
    const keys = texts.map((text) => "\n" + tokens(text).filter((token) => !token.joint).map((token) => token.key + "\n").join(""));
    return (phrase) => keys.some((text) => text.includes("\n" + phrase.join("\n") + "\n"));
  }

  // ---- the engine ----

  // What must fit, and where: who tells minutes or people asks for what is done together.
  const RANGES = ["minutes", "people"];
  const TOGETHER = ["together", "open"];
  const APART = ["beforehand", "afterwards", "alone"];

  class Engine {
    constructor(index) {
      this.index = index;
      this.lookup = new Lookup(index);
      this.ranking = new Ranking(index);
      this.filterNames = new Set(Object.keys(index.root.facets).concat(Object.keys(index.root.ranges)));
      this.read = window.PlaybookConstraints(index.root.constraints, this.filterNames);
    }

    // Finds pages. Options: limit; filters, values by the name of a facet or range; counts, to have every facet's counts;
    // plain, what of the text is meant as words though it reads as a constraint. The result has what was read as one, what
    // else would fit if a range were a little wider (near), and what fits but is not done together (apart). Where texts
    // have to be waited for, `early` gets the same result before: each hit opens at the top, and has the page's summary.
    // So does a hit that is not among the first, as many as `atOnce` says, where its text is a file of its own; `more` loads it.
    async search(written, { limit = 10, filters = {}, counts = false, plain = [], atOnce = Infinity, early = () => {} } = {}) {
      const chosen = Object.entries(filters).filter(([name, values]) => this.filterNames.has(name) && values.length);
      const { read, rest } = this.read(String(written), plain, new Set(chosen.map(([name]) => name)));
      const query = { ...parse(rest, this.filterNames), told: read.some((one) => !one.plain) };
      const add = (name, values) => query.filters.set(name, (query.filters.get(name) || []).concat(values.map(String)));
      chosen.forEach(([name, values]) => add(name, values));
      read.filter((one) => !one.plain).forEach(({ name, value }) => add(name, [value]));
      const room = this.filterNames.has("where") && !query.filters.has("where") && RANGES.some((name) => query.filters.has(name));
      const among = (places) => (room ? { ...query, filters: new Map(query.filters).set("where", places) } : query);
      const { index } = this;
      // what this search lacked; one that begins meanwhile makes the index forget it
      const lacking = new Set();
      const noted = (found) => {
        index.missing.forEach((name) => lacking.add(name));
        return { ...found, missing: lacking.size };
      };
      const answers = await Promise.all((room ? [TOGETHER, APART] : [TOGETHER]).map((places, i) => {
        return index.run(() => noted(this.answer(among(places), limit, counts && i === 0)));
      }));
      const { terms } = answers[0];
      const more = (hit) => index.run(() => ({ ...this.placed(hit, query, terms), waits: false }));
      const result = ([hits, apart = []]) => noted({ ...answers[0], hits, query, read, apart, more });
      let told = false;
      const waits = () => {
        if (!told && answers[0].hits.length) {
          early(result(answers.map((answer) => answer.hits)));
        }
        told = true;
      };
      return result(await index.run(() => index.all(answers, ({ hits }) => {
        return index.all(hits, (hit, i) => (i < atOnce ? this.placed(hit, query, terms) : this.placedIfHere(hit, query, terms)));
      }), waits));
    }

    answer(asked, limit, counts) {
      const index = this.index;
      const terms = this.terms(asked);
      const literals = this.literals(asked, terms);
      // words that no page has take nothing away from what fits
      const unknown = terms.some((term) => !term.ways.length) && terms.every((term) => term.stop || !term.ways.length);
      const query = asked.told && unknown && !literals.length ? { ...asked, words: new Map() } : asked;
      const shown = terms.concat(literals);
      const sets = this.filterSets(query);
      const without = this.forbidden(query);
      const allowed = both(index.root.pages, Array.from(sets.values()), without);
      const reads = query.phrases.length > 0 || query.without.some((phrase) => phrase.length > 1);
      const most = reads ? Math.max(limit, MOST_READ) : limit;
      let ranked;
      if (query.words.size) {
        const whole = query.filters.size > 0 || query.phrases.length > 0 || query.without.length > 0;
        ranked = this.ranking.of(terms, literals, allowed, whole, most);
      } else if (query.filters.size || counts) {
        const pages = [];
        for (let page = 0; page < index.root.pages; page++) {
          if (!allowed || allowed[page]) {
            pages.push(page);
          }
        }
        pages.sort((a, b) => this.ranking.weights[b] - this.ranking.weights[a] || a - b);
        ranked = { top: pages.slice(0, most).map((page) => ({ page, score: 0 })), pages, exact: true };
      } else {
        return { hits: [], total: 0, exact: true, terms: shown, counts: null, near: [] };
      }
      if (reads) {
        ranked = this.withPhrases(ranked, query, limit);
      }
      const hits = index.all(ranked.top.slice(0, limit), (candidate) => this.hit(candidate, query)).filter((hit) => hit);
      const ranges = RANGES.filter((name) => query.filters.has(name));
      // whether a phrase stands in a page is known only of pages that were read: then nothing can be counted
      const matched = !reads && (counts || ranges.length) ? this.matched(query, terms, literals) : [];
      return { hits, total: ranked.pages.length, exact: ranked.exact, terms: shown,
        counts: counts && !reads ? this.counts(matched, sets, without) : null,
        near: reads ? [] : index.all(ranges, (name) => this.near(name, query, matched, allowed, without)).filter((one) => one) };
    }

    terms(query) {
      const words = Array.from(query.words);
      const terms = this.index.all(words, ([key, joints], at) => {
        const last = at === words.length - 1;
        return this.lookup.term(key, joints, last ? "" : words[at + 1][0], last && query.open);
      });
      const onlyStops = terms.every((term) => term.stop || !term.ways.length);
      return terms.map((term) => {
        // a word that is said again, as the subject of a long question is, counts each time
        const share = term.stop && !onlyStops ? 0 : query.times.get(term.key);
        return { ...term, weight: term.weight * share, ways: term.ways.map(({ form, weight }) => ({ form, weight: weight * share })) };
      });
    }

    // What was typed with its signs, as forms with a share of the score: all of it, or the longest that there is of it.
    literals(query, terms) {
      const weights = new Map(terms.map((term) => [term.key, term.weight]));
      const stops = new Set(terms.filter((term) => term.stop).map((term) => term.key));
      const total = terms.reduce((sum, term) => sum + term.weight, 0);
      return this.index.all(query.literals, (literal) => {
        const forms = this.index.all([literal.key].concat(literal.parts), (key) => this.lookup.form(key));
        const own = literal.words.reduce((sum, key) => sum + (weights.get(key) || 0), 0);
        // signs may make a rare thing of common words
        const worth = forms[0] && !literal.words.every((key) => stops.has(key)) ? Math.max(own, this.lookup.weight(forms[0].form.count)) : own;
        const all = total - own + worth;
        const share = all > 0 ? worth / all : 1 / query.literals.length;
        const whole = Math.max(all, 1) * share * share * share;
        const ways = [literal.key].concat(literal.parts).map((key, i) => {
          const weight = i === 0 ? LITERAL : PART_OF_LITERAL * key.length / literal.key.length;
          return forms[i] && { key, form: forms[i].form, weight: weight * whole };
        }).filter((way) => way);
        const best = ways.length && ways[0].key === literal.key ? ways.slice(0, 1) : ways;
        return { key: literal.key, weight: whole, stop: false, ways, keys: new Set(best.map((way) => way.key)), instead: "" };
      }).filter((literal) => literal.ways.length);
    }

    filterSets(query) {
      return new Map(this.index.all(Array.from(query.filters), ([name, values]) => {
        const set = new Uint8Array(this.index.root.pages);
        values.forEach((value) => this.pages(name, value, this.people(query)).forEach((page) => { set[page] = 1; }));
        return [name, set];
      }));
    }

    // How many people a query tells of. What each person takes is taken once where it does not.
    people(query) {
      return Math.max(1, ...(query.filters.get("people") || []).filter((value) => /^[0-9]{1,9}$/.test(value)).map(Number));
    }

    pages(name, value, people) {
      if (name in this.index.root.ranges) {
        return /^[0-9]{1,9}$/.test(value) ? this.index.inRange(name, Number(value), people) : [];
      }
      const sought = keyOf(value);
      const row = this.index.facet(name).find((other) => keyOf(other.value) === sought);
      return row ? row.pages : [];
    }

    forbidden(query) {
      const set = new Uint8Array(this.index.root.pages);
      this.index.all(query.without.filter((phrase) => phrase.length === 1), ([word]) => {
        const found = this.lookup.form(word);
        const tiers = found ? found.form.tiers : [];
        this.index.all(tiers, (tier) => this.index.shard(tier.block));
        tiers.forEach((tier) => this.index.postings(tier, (page) => { set[page] = 1; }, () => {}));
      });
      return query.without.length ? set : null;
    }

    // Reads the leaders ten by ten until enough of them have the phrases. Who wrote more than phrases gets the rest after
    // them: a question that quotes something is still a question.
    withPhrases(ranked, query, limit) {
      const index = this.index;
      const kept = [];
      const rest = [];
      let read = 0;
      while (read < ranked.top.length && kept.length < limit) {
        const some = ranked.top.slice(read, read + 10);
        const briefs = index.all(some, (candidate) => index.brief(candidate.page));
        index.all(briefs, (brief) => brief && index.whole(brief));
        some.forEach((candidate, i) => {
          if (briefs[i] && !holdsForbidden(index, briefs[i], query)) {
            (holdsPhrases(index, briefs[i], query) ? kept : rest).push(candidate);
          }
        });
        read += some.length;
      }
      if (query.loose && query.phrases.length) {
        kept.push(...rest);
      }
      return { top: kept.slice(0, limit), pages: kept.map((candidate) => candidate.page), exact: read >= ranked.pages.length };
    }

    // What is known of a result before its text is there.
    hit(candidate, query) {
      const brief = this.index.brief(candidate.page);
      return brief && {
        page: brief.path, anchor: brief.anchor, score: candidate.score,
        type: brief.type, title: brief.title, strip: brief.strip, summary: brief.summary,
        section: "", text: brief.summary, brief, candidate,
        inAll: query.filters.has("people") ? this.index.inAll(candidate.page, this.people(query)) : null
      };
    }

    placed(hit, query, terms) {
      const place = placeOf(this.index, hit.brief, hit.candidate, query, terms);
      return { ...hit, anchor: place.anchor || hit.anchor, section: place.heading, text: place.text || hit.summary };
    }

    placedIfHere(hit, query, terms) {
      try {
        return this.placed(hit, query, terms);
      } catch (stop) {
        if (!(stop instanceof Wanted) || stop.names.every((name) => this.index.load.has(name))) {
          throw stop;
        }
        return { ...hit, waits: true };
      }
    }

    // The pages that have words of the query, in a list to go with those of the filters; an empty one where it has none.
    matched(query, terms, literals) {
      if (!query.words.size) {
        return [];
      }
      const set = new Uint8Array(this.index.root.pages);
      this.ranking.of(terms, literals, null, true, 1).pages.forEach((page) => { set[page] = 1; });
      return [set];
    }

    // The nearest other number of a range with which more would be found, and how much; null if there is none.
    near(name, query, matched, allowed, without) {
      const written = Number(query.filters.get(name)[0]);
      const people = this.people(query);
      const numbers = new Set();
      this.index.range(name).forEach(({ low, high, each }) => {
        const least = low + each * people;
        if (least > written) {
          numbers.add(least);
        } else if (high < written) {
          numbers.add(high);
        }
      });
      const distance = (number) => Math.abs(Math.log(number / written));
      for (const value of Array.from(numbers).sort((a, b) => distance(a) - distance(b))) {
        const sets = this.filterSets({ ...query, filters: new Map(query.filters).set(name, [String(value)]) });
        const left = both(this.index.root.pages, Array.from(sets.values()).concat(matched), without);
        const before = both(this.index.root.pages, [allowed].concat(matched), null);
        const count = left.reduce((sum, is, page) => sum + (is && !before[page] ? 1 : 0), 0);
        if (count) {
          return { name, value, count };
        }
      }
      return null;
    }

    // How many results each value would leave, its own facet's choice left out.
    counts(matched, sets, without) {
      const names = Object.keys(this.index.root.facets);
      const facets = this.index.all(names, (name) => this.index.facet(name));
      const counts = {};
      names.forEach((name, i) => {
        const others = Array.from(sets).filter(([other]) => other !== name).map(([, set]) => set);
        const left = both(this.index.root.pages, others.concat(matched), without);
        counts[name] = {};
        facets[i].forEach(({ value, pages }) => {
          counts[name][value] = left ? pages.reduce((sum, page) => sum + left[page], 0) : pages.length;
        });
      });
      return counts;
    }
  }

  // The pages that are in all sets and not forbidden, null for every page.
  function both(pages, sets, without) {
    if (!sets.length && !without) {
      return null;
    }
    const left = new Uint8Array(pages).fill(1);
    for (let page = 0; page < pages; page++) {
      if ((without && without[page]) || sets.some((set) => !set[page])) {
        left[page] = 0;
      }
    }
    return left;
  }

  // ---- from the disk or a server ----

  const ROOT = "index";
  const RENEWAL = 10000;
  const parts = new Map();
  let newestRoot = null;

  function inject(source) {
    return new Promise((done) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = script.onerror = () => {
        script.remove();
        done();
      };
      document.head.appendChild(script);
    });
  }

  // The file that holds a shard, by the shard's name, where it is not its own: that of others, or of the root.
  function packed(root) {
    const files = new Map();
    Object.entries(root.packs).forEach(([file, names]) => {
      for (let at = 0; at < names.length; at += NAME) {
        files.set(names.substr(at, NAME), file);
      }
    });
    return files;
  }

  // What came with a file, as with the root, is kept for whoever asks for it.
  function loader(base, root) {
    const files = packed(root);
    const coming = new Map();
    const kept = new Map();
    function keep() {
      parts.forEach((data, name) => kept.set(name, data));
      parts.clear();
    }
    async function load(file) {
      await inject(base + "search/" + file[0] + "/" + file.slice(1) + ".js");
      keep();
      coming.delete(file);
    }
    keep();
    const shard = async (name) => {
      const file = files.get(name) || name;
      if (!kept.has(name) && file !== ROOT) {
        if (!coming.has(file)) {
          coming.set(file, load(file));
        }
        await coming.get(file);
      }
      return kept.get(name) || null;
    };
    // Is it there without a request?
    shard.has = (name) => kept.has(name);
    return shard;
  }

  async function loadRoot(base, query) {
    newestRoot = null;
    await inject(base + "search/" + ROOT + ".js" + query);
    return newestRoot;
  }

  // What a reader has open may be older than the site: where something is missing, or a word is not known, the index is
  // read anew. What could not be had for a moment is asked for again with the next query.
  class Session {
    constructor(base, root) {
      this.base = base;
      this.renewal = null;
      this.renewed = -RENEWAL;
      this.use(root);
    }

    use(root) {
      this.root = root;
      this.engine = new Engine(new Index(root, loader(this.base, root)));
    }

    async search(written, options) {
      const engine = this.engine;
      engine.index.forget();
      const result = await engine.search(written, options);
      const unknown = result.terms.some((term) => term.instead || !term.ways.length);
      if (!(result.missing || unknown) || location.protocol === "file:") {
        return result;
      }
      await this.renew(engine);
      return this.engine === engine ? result : this.engine.search(written, options);
    }

    // Queries that come meanwhile wait for the same.
    async renew(engine) {
      if (this.engine === engine && !this.renewal && performance.now() - this.renewed > RENEWAL) {
        this.renewal = loadRoot(this.base, "?" + Date.now()).then((root) => {
          this.renewed = performance.now();
          this.renewal = null;
          if (root && root.version === VERSION && JSON.stringify(root) !== JSON.stringify(this.root)) {
            this.use(root);
          }
        });
      }
      await this.renewal;
    }
  }

  // Parts of a text, of which some are words that were looked for.
  function marked(text, terms) {
    const pieces = [];
    const found = tokens(text).filter((token) => (!token.joint || token.key[0] === MARK) && terms.some((term) => !term.stop && term.keys.has(token.key)));
    let at = 0;
    for (const token of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (token.start >= at) {
        pieces.push({ text: text.slice(at, token.start), mark: false }, { text: text.slice(token.start, token.end), mark: true });
        at = token.end;
      }
    }
    pieces.push({ text: text.slice(at), mark: false });
    return pieces.filter((piece) => piece.text);
  }

  // Where a text has a phrase of the query, else a word of it; 0 if it has none.
  function firstOf(text, { query, terms }) {
    const words = tokens(text).filter((token) => !token.joint);
    for (const phrase of query.phrases) {
      const at = words.findIndex((word, i) => phrase.every((key, next) => words[i + next] && words[i + next].key === key));
      if (at >= 0) {
        return words[at].start;
      }
    }
    const pieces = marked(text, terms);
    const first = pieces.findIndex((piece) => piece.mark);
    return pieces.slice(0, Math.max(0, first)).reduce((sum, piece) => sum + piece.text.length, 0);
  }

  window.PlaybookSearch = {
    // Opens the index of the site at a base such as "../"; null if there is none.
    async open(base) {
      const root = await loadRoot(base, "");
      return root && root.version === VERSION ? new Session(base, root) : null;
    },
    // The name of the file that holds a shard.
    fileOf(root, name) {
      return packed(root).get(name) || name;
    },
    firstOf,
    marked,
    tokens,
    // Of the interface, which takes them: they come with the root, for who has the engine alone, too.
    words() {},
    part(name, data) {
      parts.set(name, data);
    },
    root(data) {
      newestRoot = data;
    }
  };
})();
