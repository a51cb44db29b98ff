// Keeps pages for when there is no network. It stands at the site's root behind two facts, which the build puts before it:
// EDITION, a hash of every file of the site, and LIST, the file that has the hash of each.
// One cache holds one edition: what is put into it is what the list says, so nothing of another edition ever stands in it.
(() => {
  "use strict";

  const base = new URL("./", self.location).href;
  const name = (edition) => `playbook ${base} ${edition}`;
  const MINE = name(EDITION);
  const WISH = new URL("kept-on-this-phone", base).href;
  const WISHES = name("wishes");
  let list = null;
  let round = 0;

  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const hash = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 10);

  class Newer extends Error {}

  // The hash of each file by its path, read once: from the cache of this edition, else from the network.
  async function files() {
    if (!list) {
      const cache = await caches.open(MINE);
      const address = new URL(LIST, base).href;
      let answer = await cache.match(address);
      if (!answer) {
        const fresh = await fetch(address, { cache: "no-cache" });
        if (!fresh.ok) {
          throw new Newer(LIST);
        }
        answer = await plain(fresh);
        await cache.put(address, answer.clone());
      }
      list = new Map(Object.entries(await answer.json()));
    }
    return list;
  }

  // An answer as any page may have it: not marked as redirected, without what belongs to its journey.
  async function plain(answer, bytes) {
    const body = bytes || await answer.arrayBuffer();
    const type = answer.headers.get("Content-Type");
    return new Response(body, { headers: type ? { "Content-Type": type } : {} });
  }

  // The path in the list of an address, or nothing.
  function path(address) {
    const url = new URL(address, base);
    if (!url.href.startsWith(base)) {
      return "";
    }
    let below = url.href.slice(base.length).replace(/[?#].*$/, "");
    try {
      below = decodeURIComponent(below);
    } catch (error) {
      return "";
    }
    return below === "" || below.endsWith("/") ? `${below}index.html` : below;
  }

  const key = (file) => base + file.split("/").map(encodeURIComponent).join("/");

  // Puts a file into the cache of this edition, from another cache that has the same bytes or from the network.
  async function take(cache, known, file, from) {
    const address = key(file);
    if (await cache.match(address)) {
      return;
    }
    for (const other of from) {
      const answer = await other.match(address);
      if (answer) {
        const bytes = await answer.arrayBuffer();
        if (await hash(bytes) === known.get(file)) {
          await cache.put(address, await plain(answer, bytes));
          return;
        }
      }
    }
    // what the page has just loaded need not be loaded again
    for (const how of ["default", "no-cache"]) {
      const answer = await fetch(address, { cache: how });
      const bytes = await answer.arrayBuffer();
      if (answer.ok && await hash(bytes) === known.get(file)) {
        await cache.put(address, await plain(answer, bytes));
        return;
      }
    }
    throw new Newer(file);
  }

  // Other editions: the one before, or what came of one that is being fetched.
  const others = async () => (await caches.keys())
    .filter((one) => one.startsWith(name("")) && one !== MINE && one !== WISHES);

  const wish = async () => Boolean(await (await caches.open(WISHES)).match(WISH));

  // Fills the cache with files, four at a time. What is there already is not fetched again.
  async function fill(paths, told) {
    const mine = round;
    const known = await files();
    const cache = await caches.open(MINE);
    const from = await Promise.all((await others()).map((one) => caches.open(one)));
    const left = [...paths];
    let done = 0;
    let failed = null;
    async function worker() {
      while (left.length > 0 && !failed && mine === round) {
        try {
          await take(cache, known, left.pop(), from);
        } catch (error) {
          failed = error;
          return;
        }
        done += 1;
        told(done, paths.length);
      }
    }
    await Promise.all([worker(), worker(), worker(), worker()]);
    if (failed) {
      throw failed;
    }
    return mine === round;
  }

  // A new edition is taken whole, all that the older one kept, or not at all: then the older one goes on.
  async function install() {
    try {
      const known = await files();
      const wanted = new Set();
      if (await wish()) {
        [...known.keys()].forEach((file) => wanted.add(file));
      } else {
        for (const one of await others()) {
          for (const request of await (await caches.open(one)).keys()) {
            const file = path(request.url);
            if (known.has(file)) {
              wanted.add(file);
            }
          }
        }
      }
      await fill([...wanted], () => {});
    } catch (error) {
      if (!self.registration.active) {
        return; // the first of all has nothing to lose
      }
      if (error.name === "QuotaExceededError") {
        await caches.delete(MINE);
      }
      throw error;
    }
  }

  // Only once this edition is the one in use: before that, another may be the newer one, which is being fetched.
  async function clean() {
    await Promise.all((await others()).map((one) => caches.delete(one)));
  }

  // What the edition kept goes first where all of it is kept; else the network, so that a reader sees what is newest.
  async function answer(event) {
    const file = path(event.request.url);
    let cache;
    let kept;
    try {
      cache = await caches.open(MINE);
      kept = await cache.match(key(file));
      if (kept && (await wish() || file.startsWith("assets/"))) {
        return kept;
      }
    } catch (error) {
      return fetch(event.request); // a storage that is damaged takes no page from a reader
    }
    let fresh;
    try {
      fresh = await fetch(event.request);
    } catch (error) {
      if (kept) {
        return kept;
      }
      throw error;
    }
    if (fresh.ok && !fresh.redirected && fresh.type === "basic") {
      event.waitUntil(keep(cache, file, fresh.clone()));
    }
    return fresh;
  }

  async function keep(cache, file, fresh) {
    try {
      const known = await files();
      const bytes = await fresh.arrayBuffer();
      if (!known.has(file)) {
        return;
      }
      if (await hash(bytes) === known.get(file)) {
        await cache.put(key(file), await plain(fresh, bytes));
      } else if (!self.registration.waiting && !self.registration.installing) {
        await self.registration.update();
      }
    } catch (error) {
      // the storage is full or shut, or the network is gone: the page is there all the same
    }
  }

  const jobs = {
    // Pages and their parts that were read before the worker was there.
    async read(port, addresses) {
      const known = await files();
      await fill(addresses.map(path).filter((file) => known.has(file)), () => {});
    },

    async state(port) {
      port.postMessage({ kept: await wish(), edition: EDITION });
    },

    async keep(port) {
      round += 1;
      const before = new Set((await (await caches.open(MINE)).keys()).map((request) => request.url));
      try {
        const all = [...(await files()).keys()];
        if (!await fill(all, (done, of) => port.postMessage({ done, of }))) {
          return;
        }
        await (await caches.open(WISHES)).put(WISH, new Response(EDITION));
        port.postMessage({ kept: true });
      } catch (error) {
        const full = error.name === "QuotaExceededError";
        if (full) {
          const cache = await caches.open(MINE);
          for (const request of await cache.keys()) {
            if (!before.has(request.url)) {
              await cache.delete(request);
            }
          }
        }
        port.postMessage({ failed: full ? "full" : error instanceof Newer ? "newer" : "network" });
        if (error instanceof Newer) {
          await self.registration.update();
        }
      }
    },

    async drop(port) {
      round += 1;
      await Promise.all([...await others(), WISHES, MINE].map((one) => caches.delete(one)));
      list = null;
      port.postMessage({ kept: false });
    },

    async use() {
      await self.skipWaiting();
    },
  };

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(clean().then(() => self.clients.claim())));
  self.addEventListener("message", (event) => {
    const job = jobs[event.data && event.data.do];
    if (job) {
      event.waitUntil(job(event.ports[0], event.data.pages).catch(() => {}));
    }
  });
  self.addEventListener("fetch", (event) => {
    const url = event.request.url;
    if (event.request.method === "GET" && url.startsWith(base) && !event.request.headers.has("range")) {
      event.respondWith(answer(event));
    }
  });
})();
