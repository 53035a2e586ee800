// SPDX-License-Identifier: MIT
// Starts the app when the screen that index.html holds has been shown: where the script is kept already, it would else
// run first, and that screen would come later on a slow phone. The build puts it into the page with its hash in the
// security policy, and the addresses of the app's files in the place of APP.
const start = () => APP.forEach((address) => import(address)); // a second time does nothing

requestAnimationFrame(() => setTimeout(start)); // that frame goes first
setTimeout(start, 200); // milliseconds; a tab behind has no frames
