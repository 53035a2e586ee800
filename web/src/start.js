// SPDX-License-Identifier: MIT
// Starts the app when the screen that index.html holds has been shown: where the script is kept already, it would else
// run first, and that screen would come later on a slow phone. The build puts it into the page with its hash in the
// security policy, and the addresses of the app's files in the place of APP.
const later = document.querySelectorAll("#app [style]"); // left out of the first frame (first-screen.js)
const showAll = () => later.forEach((part) => part.removeAttribute("style"));
const afterFrame = (then) => requestAnimationFrame(() => setTimeout(then));
const start = () => {
  showAll();
  // A second time does nothing. What does not come, or cannot be read here, is told by boot.js.
  APP.forEach((address) => import(address).catch(() => dispatchEvent(new Event("trouble"))));
};

afterFrame(() => {
  showAll();
  if (later.length) afterFrame(start);
  else start();
});
setTimeout(start, 300); // milliseconds; a tab behind has no frames
