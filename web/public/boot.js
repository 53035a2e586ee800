// SPDX-License-Identifier: MIT
// Before the first paint: which language to show and where its words are, whether the address asks for another page
// than the first, and which manifest counts. The one that offers to receive shared texts counts only once a service
// worker is there to take them: without one they would go to the server (src/sw-share.ts). Same choice as
// preferredLocale() in src/i18n.ts. A file of its own because the security policy allows no inline code.
(function () {
  var root = document.documentElement;
  var tags = navigator.languages || [];
  var chosen = null;
  try {
    chosen = localStorage.getItem("trellis.locale");
  } catch (error) {
    chosen = null;
  }
  for (var i = -1; i < tags.length; i += 1) {
    var tag = i < 0 ? chosen : tags[i].split("-")[0];
    if (tag === "en" || tag === "es") {
      root.lang = tag;
      break;
    }
  }
  if (location.hash.length > 2) root.dataset.deep = "";
  var words = document.currentScript.dataset[root.lang];
  if (words) {
    var early = document.createElement("link");
    early.rel = "modulepreload";
    early.href = words;
    document.head.append(early);
  }
  var link = document.querySelector('link[rel="manifest"]');
  var whole = root.lang === "es" ? "manifest.es.webmanifest" : "manifest.webmanifest";
  var workers = navigator.serviceWorker;
  link.href = workers && workers.controller ? whole : whole.replace("manifest", "manifest.first");
  if (workers) {
    workers.ready.then(function () {
      link.href = whole;
    });
  }
})();
