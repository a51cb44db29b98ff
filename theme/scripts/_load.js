// Loads a script by its path from the site's root, once it is wanted.
window.playbookLoad = (path) => new Promise((done, failed) => {
  const script = document.createElement("script");
  script.src = document.body.dataset.root + path;
  script.onload = done;
  script.onerror = failed;
  document.head.append(script);
});
