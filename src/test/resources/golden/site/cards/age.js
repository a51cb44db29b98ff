// Whoever came by the code of a card is told what has changed since it was printed. The build puts behind it what it needs to
// know; the page loads it when its address carries the marks of a card.
(async (known) => {
  const keep = document.querySelector("main [data-keep]");
  const marks = /^#card=([0-9a-f]{6})((?:[0-9a-f]{2})*)$/.exec(location.hash);
  if (!keep || !marks) {
    return;
  }
  for (const path of known.needs) {
    await playbookLoad(path);
  }
  const name = keep.dataset.keep;
  const today = (await playbookKept.of([name], "facts", known.scripts)).get(name);
  if (!today || today.mark.startsWith(marks[1])) {
    return;
  }
  const pairs = (text) => text.match(/../g) || [];
  const were = pairs(marks[2]);
  const others = pairs(today.mark.slice(6)).flatMap((mark, place) => (were[place] && were[place] !== mark ? [known.parts[place]] : []));
  const note = document.createElement("p");
  note.className = "notice";
  note.setAttribute("role", "status");
  document.querySelector("main .head").prepend(note);
  const link = document.createElement("a");
  link.href = `${document.body.dataset.root}${known.cards}#${playbookKept.address([name])}`;
  link.textContent = known.current;
  note.append(known.older, " ", others.length ? `${playbookSay.filled(known.changed, others.join(known.between))} ` : "", link);
})({"needs":["assets/listed.js","assets/kept.js"],"scripts":1,"cards":"cards/index.html","parts":["title","summary","facts","leverage point","steps","question","what to watch out for"],"older":"This page has changed since your card was printed.","changed":"Changed: {0}.","current":"Print today's card","between":", "});
