// Practices that are there already: under the same name, or in much the same words, as the build finds them.
(function () {
  "use strict";
  const page = window.playbookContribute;

  function words(text) {
    return (text.normalize("NFC").match(/\p{Ideographic}|(?:(?!\p{Ideographic})[\p{L}\p{Nd}])+/gu) || []).filter(function (word) {
      return page.rules.small.indexOf(word.toLowerCase()) < 0;
    });
  }

  // What counts of a name: its words, sorted and without their endings.
  page.nameKey = function (name) {
    const stems = words(name).map(function (word) {
      const small = word.toLowerCase();
      const end = page.rules.endings.find(function (one) { return small.endsWith(one) && small.length - one.length >= 3; });
      return end ? small.slice(0, -end.length) : small;
    });
    return Array.from(new Set(stems)).sort().join(" ");
  };

  function mix(value) {
    let mixed = Math.imul(value ^ value >>> 16, 0x85ebca6b);
    mixed = Math.imul(mixed ^ mixed >>> 13, 0xc2b2ae35);
    return mixed ^ mixed >>> 16;
  }

  // The pairs of neighbouring words, as hashes.
  function pairs(text) {
    const hashes = words(text).map(function (word) {
      const alone = /^\p{Ideographic}$/u.test(word);
      return Array.from(word).reduce(function (hash, sign) {
        return alone ? sign.codePointAt(0) : Math.imul(hash, 31) + sign.toLowerCase().codePointAt(0) | 0;
      }, 0);
    });
    return new Set(hashes.slice(1).map(function (hash, i) { return mix(Math.imul(hashes[i], 1000003) + hash | 0); }));
  }

  // The bands of a sketch, as the build sends those of the others.
  function bands(set, digits) {
    const rows = page.rules.limits.rows;
    const bins = page.rules.limits.bands * rows;
    const least = new Array(bins);
    set.forEach(function (pair) {
      const bin = (pair >>> 16) * bins >>> 16;
      least[bin] = least[bin] === undefined ? pair : Math.min(least[bin], pair);
    });
    const signature = Array.from({ length: bins }, function (unused, bin) {
      let distance = 0;
      while (least[(bin + distance) % bins] === undefined) {
        distance++;
      }
      return least[(bin + distance) % bins] + Math.imul(distance, 0x9e3779b9) | 0;
    });
    return Array.from({ length: page.rules.limits.bands }, function (unused, band) {
      let hash = band;
      for (let row = 0; row < rows; row++) {
        hash = mix(Math.imul(hash, 31) + signature[band * rows + row] | 0);
      }
      return (hash >>> 32 - 4 * digits).toString(16).padStart(digits, "0");
    });
  }

  function likeness(mine, theirs) {
    let both = 0;
    mine.forEach(function (pair) { both += theirs.has(pair) ? 1 : 0; });
    return both / (mine.size + theirs.size - both);
  }

  // Has somebody looked at both? A practice that is there already may be named by the other; then its text has to be there.
  function know(values, slug, other, source) {
    return values.related === undefined || values.related.some(function (pair) { return pair[0] === other; }) || values.replaced_by === other ||
      page.exists && source.split(/^---$/m)[1].indexOf(slug) >= 0;
  }

  // The sketches of all practices that were there before, the oldest first.
  function before(slug) {
    const sketches = page.part("contribute/sketches.js", "playbookSketches") || [];
    const own = sketches.findIndex(function (sketch) { return sketch[0] === slug; });
    return page.exists ? sketches.slice(0, Math.max(own, 0)) : sketches;
  }

  // The practices that share a band, the oldest first, as many of each band as the build looks at.
  function candidates(set, slug) {
    const older = before(slug);
    const digits = older.reduce(function (most, sketch) { return Math.max(most, sketch[1].length); }, 0) / page.rules.limits.bands;
    const mine = digits ? bands(set, digits) : [];
    const found = [];
    mine.forEach(function (band, i) {
      let room = page.rules.limits.neighbours;
      older.forEach(function (sketch) {
        if (room > 0 && sketch[1].startsWith(band, i * digits)) {
          room--;
          found.push(sketch[0]);
        }
      });
    });
    return Array.from(new Set(found));
  }

  function byText(slug, values, text, tell) {
    const mine = pairs(values.summary + "\n" + text);
    let best = null;
    let most = page.rules.limits.alike;
    if (mine.size < page.rules.limits.pairs) {
      return;
    }
    candidates(mine, slug).forEach(function (other) {
      const path = "practices/" + other + ".md";
      const source = page.source(path);
      if (!source || know(values, slug, other, source)) {
        return;
      }
      const entry = page.entry(path, source);
      const like = likeness(mine, pairs((entry.values.summary || "") + "\n" + page.words(page.blocks(entry.body))));
      if (like >= most) {
        best = other;
        most = like;
      }
    });
    const title = page.rules.practices.filter(function (practice) { return practice[0] === best; });
    if (title.length) {
      tell("near-duplicate:text", "title", title[0][1], "practices/" + best + ".md", Math.round(most * 100));
    }
  }

  // Tells of another practice of the same name, or else of much the same text.
  page.alike = function (slug, values, text, tell) {
    let told = false;
    [values.title].concat(values.aka || []).forEach(function (name, i) {
      const key = page.nameKey(name);
      const older = Object.hasOwn(page.rules.names, key) && page.rules.names[key];
      if (!older || older[2] === slug) {
        return;
      }
      if (i && older.indexOf(name, 2) > 0) {
        tell("aka-taken", "aka", older[0], older[1], name);
        return;
      }
      const first = !page.exists || before(slug).some(function (sketch) { return sketch[0] === older[2]; });
      const source = page.exists ? page.source(older[1]) : "";
      if (!told && first && source !== undefined && !know(values, slug, older[2], source)) {
        told = true;
        tell("near-duplicate:" + (i ? "aka" : "title"), i ? "aka" : "title", older[0], older[1], name);
      }
    });
    if (!told) {
      byText(slug, values, text, tell);
    }
  };
})();
