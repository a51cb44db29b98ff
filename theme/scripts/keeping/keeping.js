// "Keep the whole playbook on this phone": with progress, and undone by the same button.
window.playbookKeeping = (worker, ask) => {
  "use strict";

  const box = document.querySelector("[data-phone]");
  if (!box || !worker) {
    return;
  }
  const button = box.querySelector("button");
  const told = box.querySelector("[role='status']");
  const bar = box.querySelector("progress");
  const say = (key) => { told.textContent = key ? box.dataset[key] : ""; };
  let kept = false;
  let busy = false;
  function show() {
    bar.hidden = !busy;
    button.textContent = box.dataset[busy ? "stop" : kept ? "drop" : "keep"];
  }
  button.addEventListener("click", () => {
    if (busy || kept) {
      ask(worker, { do: "drop" }, () => {
        kept = false;
        busy = false;
        say("dropped");
        show();
      });
      return;
    }
    busy = true;
    bar.removeAttribute("value");
    say("");
    show();
    if (navigator.storage && navigator.storage.persist) {
      navigator.storage.persist().catch(() => {});
    }
    ask(worker, { do: "keep" }, (message) => {
      if (message.of) {
        bar.max = message.of;
        bar.value = message.done;
        return;
      }
      busy = false;
      kept = Boolean(message.kept);
      say(kept ? "kept" : message.failed);
      show();
    });
  });
  ask(worker, { do: "state" }, (message) => {
    kept = message.kept;
    box.hidden = false;
    show();
  });
};
