// SPDX-License-Identifier: MIT
// Before the first paint: which language to show, what to fetch early, whether the address asks for another page
// than the first, and which manifest counts. The one that offers to receive shared texts counts only once a service
// worker is there to take them: without one they would go to the server (src/sw-share.ts). Same choice as
// preferredLocale() in src/i18n.ts. The build puts it into index.html and its hash into the security policy. Leaving
// quickly and the guard stand here, so that they work before the app does, and when it does not start. The build puts
// true or false in the place of IS_ONE_FILE: one file has no manifest, and the neutral page inside (src/one-file.ts);
// and the address of the first question in the place of FIRST_QUESTION.
(function () {
  var root = document.documentElement;
  var tags = navigator.languages || [];
  var chosen;
  try {
    chosen = localStorage.getItem("trellis.locale");
  } catch (error) {
    // No storage: nothing was chosen.
  }
  for (var i = -1; i < tags.length; i += 1) {
    var tag = i < 0 ? chosen : tags[i].split("-")[0];
    if (tag === "en" || tag === "es") {
      root.lang = tag;
      break;
    }
  }
  // A quick exit must not be undone by the Back button: in this tab it leads to the same neutral page.
  var mark = "left";
  var hasLeft;
  function goAway() {
    if (IS_ONE_FILE) {
      location.replace("#list");
      location.reload();
      return;
    }
    location.replace(root.lang === "es" ? "./lista.html" : "./list.html");
  }
  function leave() {
    document.body.replaceChildren(); // covers the screen and drops what was typed, before anything is fetched
    document.title = "\u200b";
    hasLeft = true;
    try {
      sessionStorage.removeItem("trellis.drafts");
      sessionStorage.setItem(mark, "1");
    } catch (error) {
      // Back then leads to the first screen.
    }
    goAway();
  }
  try {
    var start = performance.getEntriesByType("navigation")[0];
    if (start && start.type === "back_forward" && sessionStorage.getItem(mark)) return goAway();
  } catch (error) {
    // No storage: nothing was marked.
  }
  if (IS_ONE_FILE && location.hash === "#list") {
    root.dataset.at = "list";
    root.hidden = true;
    return;
  }
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-leave]")) leave();
  });
  var workers = navigator.serviceWorker;
  var isKept = workers && workers.controller;
  var escapes = [];
  document.addEventListener("keydown", function (event) {
    escapes = event.key === "Escape" ? escapes.slice(-2).concat(event.timeStamp) : [];
    if (escapes.length === 3 && event.timeStamp - escapes[0] < 2000) leave();
  });
  // What no one can need before the first frame; it takes a slow phone as long as laying the screen out.
  requestAnimationFrame(function () {
    setTimeout(settle);
  });
  function settle() {
    try {
      if (!hasLeft) sessionStorage.removeItem(mark);
    } catch (error) {
      // No storage: nothing was marked.
    }
    // Where a server does not send the headers: no ways out that the policy leaves open (scripts/security-headers.mjs).
    ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "open"].forEach(function (name) {
      delete window[name];
    });
    if (window.navigation) {
      navigation.addEventListener("navigate", function (event) {
        var url = event.destination.url;
        var isCall = url === "tel:988" || url === "sms:988";
        var isOwn = IS_ONE_FILE
          ? /^blob:/.test(url) || url.split("#")[0] === location.href.split("#")[0]
          : new URL(url).origin === location.origin;
        if (event.cancelable && !isOwn && !isCall) event.preventDefault();
      });
    }
    if (link && workers) {
      workers.ready.then(function () {
        link.href = whole;
      });
    }
  }
  // Looks at every file that the service worker keeps, and fetches those again that are broken (sw-mend.ts); tells
  // whether there were any. The app asks for it too.
  function mend(tell) {
    if (IS_ONE_FILE || !isKept) return tell(false);
    var channel = new MessageChannel();
    channel.port1.onmessage = function (event) {
      // What the browser itself remembers of them is broken too, and would be taken when the page comes again.
      var fresh = event.data.map(function (address) {
        return fetch(address, { cache: "reload" }).then(function (response) {
          return response.arrayBuffer();
        });
      });
      Promise.all(fresh).then(function (files) {
        tell(files.length > 0);
      });
    };
    isKept.postMessage({ type: "MEND" }, [channel.port2]);
  }
  addEventListener("mend", function (event) {
    mend(event.detail);
  });
  // The app cannot start: a part of it is missing or broken, or the browser is too old. Says so in the place of a screen
  // that would not answer, with the role to read (plugins/plain.ts).
  function tellTrouble() {
    var app = document.getElementById("app");
    var plain = document.getElementById("plain").content.querySelector(":lang(" + root.lang + ")");
    while (app.firstChild) app.removeChild(app.firstChild);
    app.appendChild(document.importNode(plain, true)).className = "plain";
    app.setAttribute("role", "main");
    var title = app.querySelector("h1");
    document.title = title.textContent;
    title.focus();
    var reload = location.reload.bind(location);
    app.querySelector(".primary").onclick = reload;
    mend(function (isMended) {
      if (isMended) reload();
    });
  }
  addEventListener("trouble", tellTrouble, { once: true }); // from start.js
  addEventListener("error", function (event) {
    var isRunning = performance.getEntriesByName("usable").length;
    if (event.error instanceof SyntaxError && !isRunning) tellTrouble(); // start.js itself cannot be read
  });
  if (!("noModule" in document.currentScript)) document.addEventListener("DOMContentLoaded", tellTrouble);
  function fetchEarly(address) {
    var file = document.createElement("link");
    file.rel = "modulepreload";
    file.href = address;
    document.head.append(file);
  }
  // Which of the screens in the page to show; another one is on its way.
  var screens = { "": "home", "#/": "home" };
  screens[FIRST_QUESTION] = "question";
  root.dataset.at = screens[location.hash] || "deep";
  if (IS_ONE_FILE) return;
  var early = document.currentScript.dataset;
  // Where the service worker keeps them, asking for them now would only hold up the first paint.
  if (!isKept) {
    var isQuestion = /^#\/competencies\/./.test(location.hash);
    var isDeep = root.dataset.at === "deep" && !isQuestion;
    early.app
      .split(" ")
      .concat(early[root.lang] || [], isDeep ? early.deep.split(" ") : [])
      .forEach(fetchEarly);
  }
  var link = document.querySelector('link[rel="manifest"]');
  var whole = root.lang === "es" ? "manifest.es.webmanifest" : "manifest.webmanifest";
  link.href = isKept ? whole : whole.replace("manifest", "manifest.first");
})();
