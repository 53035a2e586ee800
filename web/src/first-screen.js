// SPDX-License-Identifier: MIT
// Shows the screen that boot.js chose. All of them stand in index.html as text, which costs a slow device next to
// nothing; only this one becomes a page. On a first visit, when a device is busy enough, what stands below the title has
// a frame of its own (start.js). The build puts it behind the screens, its hash into the security policy, and true or
// false in the place of IS_ONE_FILE.
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
  var workers = navigator.serviceWorker;
  if (!IS_ONE_FILE && !(workers && workers.controller))
    screen.querySelectorAll(".item, .tasks, section, nav, footer").forEach(function (part) {
      // On a wide screen it stands above the page, which would jump.
      if (part.tagName !== "NAV" || !matchMedia("(min-width: 48rem)").matches)
        part.style.display = "none";
    });
  document.getElementById("app").append(screen);
})();
