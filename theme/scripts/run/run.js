// A meeting run from a page: one screen at a time, when each step begins by the clock, the time of a step, notes for the
// log. What is kept is kept in this browser alone. Without this script all steps stand below each other.
(() => {
  "use strict";

  const root = document.documentElement;
  const MINUTE = 60000;
  // what was begun so long ago is another meeting
  const STALE = 12 * 60 * MINUTE;
  root.classList.add("run-live");

  function begin() {
    const { counted, data, day, filled, two } = window.playbookSay;
    const { clock, ofClock } = window.playbookListed;
    const run = document.querySelector("[data-run]");
    // which practices a reader's own run is of: another list is another meeting
    const { list } = run.dataset;
    const find = (selector) => run.querySelector(selector);
    const all = (selector) => Array.from(run.querySelectorAll(selector));
    const screens = all(".screen");
    const steps = screens.filter((screen) => screen.dataset.minutes !== undefined);
    const bar = find("[data-bar]");
    const timer = find("[data-timer]");
    const notes = find("[data-notes] textarea");
    const key = `playbook.run:${location.pathname}${list ? `?${list}` : ""}`;
    let here = screens[0];
    let said = "";
    let lock = null;
    let minute = 0;
    let state = { starts: {}, more: {}, begun: {}, timer: null, notes: "", ...read() };
    const stale = !(Date.now() - state.at < STALE);
    if (stale) {
      state = { ...state, from: "", starts: {}, more: {}, begun: {}, timer: null, here: "" };
    }

    function read() {
      try {
        return JSON.parse(localStorage.getItem(key)) || {};
      } catch (error) {
        return {};
      }
    }

    function keep() {
      state.at = Date.now();
      try {
        localStorage.setItem(key, JSON.stringify(state));
      } catch (error) {
        find("[data-unkept]").hidden = false;
      }
    }

    // When it begins, where the address says so.
    const together = (box) => box.dataset.together === "true";
    const first = [...all("[data-begins]").filter(together), ...all("[data-begins]")].map((box) => box.dataset.begins)[0];
    const from = new URLSearchParams(location.search).get("at");
    if (ofClock(from) !== null && state.from !== from) {
      state = { ...state, from, starts: { [first]: from }, begun: {} };
    }

    const partOf = (step) => step.id.split(".")[1];
    const lasts = (step) => Number(step.dataset.minutes) + (state.more[step.id] || 0);
    const ofDay = (time) => time.getHours() * 60 + time.getMinutes();
    const label = (step) => step.querySelector(".label > span").textContent;

    // The end is kept, not a count: a locked screen stops every count.
    const left = () => (state.timer.end ? state.timer.end - Date.now() : state.timer.left);
    const runs = () => Boolean(state.timer && state.timer.end);

    // How many minutes the step takes whose time runs or rests: longer than it should, where it does.
    const took = (step) => state.timer && state.timer.id === step.id && state.begun[step.id]
      ? Math.round((Date.now() + Math.max(0, left()) - state.begun[step.id]) / MINUTE)
      : 0;

    // When each step begins: after the one before, or when it did begin. What people do together follows each other; all else
    // has its own time.
    function times() {
      const shown = {};
      // NaN where it is not known
      const inWords = (at) => at >= 0 ? clock(at) : "";
      let before = soon;
      const fill = (input, text) => { input.value = input === document.activeElement ? input.value : text; };
      for (const box of all("[data-begins]")) {
        const part = box.dataset.begins;
        const own = state.starts[part];
        const timed = steps.filter((step) => partOf(step) === part);
        const last = timed.filter((step) => step.dataset.minutes > 0).pop();
        // 0 where that is not known, as where it takes a time per person
        const takes = Number(box.dataset.takes);
        const follows = together(box) || part === first;
        const begun = timed.length ? state.begun[timed[0].id] : 0;
        let at = own ? ofClock(own) : begun ? ofDay(new Date(begun)) : follows ? before : NaN;
        box.hidden = !last && !takes;
        fill(box.querySelector("input"), own || inWords(at));
        shown[`run.${part}`] = inWords(at);
        for (const step of timed) {
          at = state.begun[step.id] ? ofDay(new Date(state.begun[step.id])) : at;
          // what comes behind the last step that has a time may come on another day
          shown[step.id] = last && timed.indexOf(step) <= timed.indexOf(last) ? inWords(at) : "";
          at += Math.max(lasts(step), took(step));
        }
        at += last ? 0 : takes;
        const ends = box.querySelector("[data-ends]");
        ends.textContent = at >= 0 && (takes || !together(box)) ? filled(ends.dataset.text, clock(at)) : "";
        before = follows ? takes ? at : NaN : before;
      }
      all("[data-first]").forEach((input) => {
        input.closest("p").hidden = !first;
        fill(input, first ? find(`[data-begins="${first}"] input`).value : "");
      });
      run.classList.toggle("is-set", Object.keys(state.starts).length + Object.keys(state.begun).length > 0);
      all("[data-clock]").forEach((element) => {
        const time = shown[element.dataset.clock];
        element.textContent = time ? filled(run.dataset.at, time) : "";
        element.hidden = !time;
      });
    }

    // The next full five minutes, where nobody says when.
    const soon = Math.ceil((ofDay(new Date()) + 1) / 5) * 5;

    const minutes = (number) => counted(data(timer)("minutes"), number);

    function digits(ms) {
      const seconds = ms > 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
      return `${ms > 0 ? "" : "+"}${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    }

    // What is said aloud: at the beginning, a minute before the end, at the end, and each minute after it.
    function tell(ms, step) {
      const over = Math.floor(-ms / MINUTE);
      const words = over >= 1
        ? filled(timer.dataset.over, minutes(over))
        : ms <= 0 ? timer.dataset.up
          : ms <= MINUTE && lasts(step) > 1 ? filled(timer.dataset.left, minutes(1)) : filled(timer.dataset.runs, label(step), minutes(lasts(step)));
      if (words !== said) {
        said = words;
        find("[data-says]").textContent = words;
        if (ms <= 0 && over < 1 && navigator.vibrate) {
          navigator.vibrate([200, 100, 200]);
        }
      }
    }

    function show() {
      const timed = state.timer && document.getElementById(state.timer.id);
      // time that runs over moves what follows
      if (timed && minute !== Math.floor(Date.now() / MINUTE)) {
        minute = Math.floor(Date.now() / MINUTE);
        times();
      }
      const shown = timed && (runs() || timed === here || !steps.includes(here)) ? timed : steps.includes(here) && lasts(here) > 0 ? here : null;
      timer.hidden = !shown;
      if (!shown) {
        return;
      }
      const ms = shown === timed ? left() : lasts(shown) * MINUTE;
      find("[data-timed]").textContent = shown === here ? "" : label(shown);
      find("[data-digits]").textContent = digits(ms);
      timer.classList.toggle("over", ms <= 0);
      const go = find("[data-go]");
      const other = shown !== here && steps.includes(here) && lasts(here) > 0;
      find("[data-more]").hidden = other;
      const next = other ? filled(go.dataset.other, label(here)) : shown !== timed ? go.dataset.start : runs() ? go.dataset.pause : go.dataset.again;
      if (go.textContent !== next) {
        go.textContent = next;
      }
      if (runs()) {
        tell(ms, timed);
      }
    }

    async function wake() {
      if (!navigator.wakeLock) {
        return;
      }
      try {
        if (runs() && !document.hidden && !(lock && !lock.released)) {
          lock = await navigator.wakeLock.request("screen");
        } else if (!runs() && lock) {
          await lock.release();
          lock = null;
        }
      } catch (error) {
        // the end is kept all the same
      }
    }

    function go() {
      const timed = state.timer && document.getElementById(state.timer.id);
      if (steps.includes(here) && here !== timed && lasts(here) > 0) {
        state.begun[here.id] = Date.now();
        state.timer = { id: here.id, end: Date.now() + lasts(here) * MINUTE };
        said = "";
      } else if (runs()) {
        state.timer = { id: state.timer.id, left: left() };
      } else if (state.timer) {
        state.timer = { id: state.timer.id, end: Date.now() + state.timer.left };
      }
      changed();
    }

    // Five minutes more move what follows.
    function more() {
      const timed = state.timer && document.getElementById(state.timer.id);
      const step = timed && (runs() || timed === here) ? timed : here;
      state.more[step.id] = (state.more[step.id] || 0) + 5;
      if (step === timed) {
        state.timer = runs() ? { id: step.id, end: state.timer.end + 5 * MINUTE } : { id: step.id, left: state.timer.left + 5 * MINUTE };
      }
      changed();
    }

    function changed() {
      keep();
      times();
      show();
      wake();
    }

    // Two questions at a time, other ones at each step.
    function ask(step) {
      const box = steps.includes(step) ? find(`[data-questions="${partOf(step)}"]`) : null;
      all("[data-questions]").forEach((one) => { one.hidden = one !== box; });
      if (!box) {
        return;
      }
      const questions = Array.from(box.querySelectorAll("li"));
      const place = steps.filter((one) => partOf(one) === partOf(step)).indexOf(step);
      const chosen = [0, 1].map((n) => questions[(2 * place + n) % questions.length]);
      questions.forEach((question) => { question.hidden = !chosen.includes(question); });
      step.append(box);
    }

    function turnTo(screen, moved) {
      here = screen;
      state.here = screen.id;
      screens.forEach((one) => one.classList.toggle("here", one === screen));
      const place = screens.indexOf(screen);
      bar.hidden = false;
      find('[data-turn="-1"]').disabled = place === 0;
      find('[data-turn="1"]').disabled = place === screens.length - 1;
      const where = find("[data-where]");
      where.textContent = filled(where.dataset.text, place + 1, screens.length);
      const last = screen === screens[screens.length - 1];
      if (last) {
        find("[data-notes-here]").append(find("[data-notes]"));
      } else {
        bar.prepend(find("[data-notes]"));
      }
      find("[data-notes]").open = last || find("[data-notes]").open && !moved;
      ask(screen);
      show();
      if (moved) {
        keep();
        history.replaceState(null, "", `#${screen.id}`);
        scrollTo({ top: 0, behavior: "instant" });
        const heading = screen.querySelector("h1, h2, h3");
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    }

    const turn = (by) => {
      const next = screens[screens.indexOf(here) + by];
      if (next) {
        turnTo(next, true);
      }
    };

    // The way past the menu leads to no screen of its own.
    const wanted = () => screens.find((screen) => `#${screen.id}` === location.hash)
      || (location.hash ? document.getElementById(state.here) : screens[0]);

    // The form of the log is told what was noted by the part of an address that is sent to nobody.
    function told() {
      const values = new URLSearchParams({ when: day(new Date()).slice(0, 7) });
      find("[data-written]").textContent = state.notes;
      if (state.notes.trim()) {
        values.set("happened", state.notes.trim());
      }
      find("[data-tell]").href = `${run.dataset.log}#notes:${values}`;
    }

    find("[data-begin]").addEventListener("click", () => turn(1));
    all("[data-turn]").forEach((button) => button.addEventListener("click", () => turn(Number(button.dataset.turn))));
    find("[data-go]").addEventListener("click", go);
    find("[data-more]").addEventListener("click", more);
    find("[data-anew]").addEventListener("click", (event) => {
      if (!confirm(event.target.dataset.sure)) {
        return;
      }
      state = { starts: {}, more: {}, begun: {}, timer: null, notes: "" };
      notes.value = "";
      told();
      changed();
      turnTo(screens[0], true);
    });
    all(".begins").forEach((box) => box.addEventListener("change", (event) => {
      const part = box.dataset.begins || first;
      if (event.target.value) {
        state.starts[part] = event.target.value;
      } else {
        delete state.starts[part];
      }
      steps.filter((step) => partOf(step) === part).forEach((step) => delete state.begun[step.id]);
      changed();
    }));
    notes.addEventListener("input", () => {
      state.notes = notes.value;
      keep();
      told();
    });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog, [tabindex='0']")) {
        return;
      }
      const onward = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = root.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
      if (event.key === onward || event.key === "PageDown") {
        event.preventDefault();
        turn(1);
      } else if (event.key === back || event.key === "PageUp") {
        event.preventDefault();
        turn(-1);
      } else if (/^s$/i.test(event.key) && !timer.hidden && event.target.matches("body, h1, h2, h3, .timer button")) {
        go();
      }
    });
    addEventListener("hashchange", () => wanted() && turnTo(wanted(), true));
    document.addEventListener("visibilitychange", () => {
      show();
      wake();
    });
    addEventListener("beforeprint", () => screens[0].classList.add("here"));
    addEventListener("beforeprint", () => all("[data-questions]").forEach((box) => {
      const own = steps.filter((step) => partOf(step) === box.dataset.questions);
      own[own.length - 1].after(box);
      [box, ...box.querySelectorAll("li")].forEach((one) => { one.hidden = false; });
    }));
    addEventListener("afterprint", () => {
      screens[0].classList.toggle("here", here === screens[0]);
      ask(here);
    });
    setInterval(show, 500);
    notes.value = state.notes;
    told();
    times();
    turnTo(wanted() || screens[0], false);
    // notes of another time are not handed over unseen
    find("[data-notes]").open ||= stale && Boolean(state.notes.trim());
    wake();
  }

  document.addEventListener("DOMContentLoaded", async () => {
    if (!window.playbookOwnRun || await window.playbookOwnRun()) {
      begin();
    }
  });
})();
