// A list of practices as an address has it, "#p=one,another" or "?p=…", and the clock by which they are run.
window.playbookListed = (() => {
  "use strict";

  const MOST = 200;
  const NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]{0,199}$/u;

  // Short names of practices, each once; what can be none is nothing.
  const names = (list) => Array.from(new Set((Array.isArray(list) ? list : []).filter((name) => typeof name === "string" && NAME.test(name)))).slice(0, MOST);

  const said = (text) => {
    const list = new URLSearchParams(text).get("p");
    return list === null ? null : names(list.split(",").map((name) => name.normalize("NFC")));
  };

  return {
    names,
    // What an address asks for; null where it asks for nothing. What stands behind "#" is sent to no server, so it goes first.
    inAddress: () => said(location.hash.slice(1)) || said(location.search),
    // What stands behind "#" may name a place on the page as well: then it says nothing of the list.
    isAddress: () => location.hash === "" || said(location.hash.slice(1)) !== null,
    address: (list) => `p=${list.map(encodeURIComponent).join(",")}`,
    // "09:05" as minutes of a day, and these as that; what is no time is null.
    ofClock: (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null),
    clock: (all) => [Math.floor(all / 60) % 24, Math.floor(all % 60)].map(playbookSay.two).join(":")
  };
})();
