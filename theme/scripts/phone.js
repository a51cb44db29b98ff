// Pages that were read stay readable without a network, and the whole playbook where the reader asks for it. Silent where
// that cannot be: from a disk, in a browser that forbids it, beside the writer's own server.
(() => {
  "use strict";

  if (!("serviceWorker" in navigator) || !/^https?:$/.test(location.protocol) || document.querySelector("script[src='/-/reload.js']")) {
    return;
  }
  const workers = navigator.serviceWorker;
  const site = new URL("../", document.currentScript.src);

  // Asks the worker to do something; what it says comes to "heard", one message at a time.
  function ask(worker, message, heard) {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => heard(event.data);
    worker.postMessage(message, [channel.port2]);
  }

  const read = () => [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];

  // A newer edition waits until the reader wants it.
  function offer(registration) {
    const template = document.getElementById("page.newer");
    const waiting = registration.waiting;
    if (!template || !waiting || !workers.controller || document.querySelector(".newer")) {
      return;
    }
    document.body.append(template.content.cloneNode(true));
    const bar = document.querySelector(".newer");
    bar.querySelector("[data-newer-use]").addEventListener("click", () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage({ do: "use" });
    });
    bar.querySelector("[data-newer-later]").addEventListener("click", () => bar.remove());
  }

  // "Keep the whole playbook on this phone": with progress, and undone by the same button.
  function keeping(registration) {
    const box = document.querySelector("[data-phone]");
    const worker = registration.active;
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
  }

  async function begin() {
    const registration = await workers.register(new URL("sw.js", site), { scope: site.pathname });
    offer(registration);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming.addEventListener("statechange", () => offer(registration));
    });
    const ready = await workers.ready;
    if (ready === registration) {
      ask(ready.active, { do: "read", pages: read() }, () => {});
      keeping(ready);
    }
  }

  window.addEventListener("load", () => begin().catch(() => {}));
})();
