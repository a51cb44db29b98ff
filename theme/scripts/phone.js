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
      if (window.playbookKeeping) {
        window.playbookKeeping(ready.active, ask);
      }
    }
  }

  window.addEventListener("load", () => begin().catch(() => {}));
})();
