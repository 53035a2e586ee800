// SPDX-License-Identifier: MIT
// Before the first paint: which language to show, and whether the address asks for another page than the first.
// Same choice as preferredLocale() in src/i18n.ts. A file of its own because the security policy allows no inline code.
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
  if (root.lang === "es") {
    document.querySelector('link[rel="manifest"]').href = "manifest.es.webmanifest";
  }
})();
