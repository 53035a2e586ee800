// SPDX-License-Identifier: MIT
// Shows the screen that boot.js chose. All of them stand in index.html as text, which costs a slow device next to
// nothing; only this one becomes a page. The build puts it behind them, and its hash into the security policy.
(function () {
  var root = document.documentElement;
  if (root.hidden) return; // the neutral page is shown
  var at = root.dataset.at === "question" ? "question" : "home";
  var text = document.querySelector(`script[lang="${root.lang}"][data-at="${at}"]`).textContent;
  var policy =
    window.trustedTypes &&
    trustedTypes.createPolicy("trellis-first-screen", { createHTML: String }); // as it stands in the page
  var screen = document.createElement("div");
  screen.className = "frame";
  screen.dataset.at = at;
  screen.innerHTML = policy ? policy.createHTML(text) : text;
  document.getElementById("app").append(screen);
})();
