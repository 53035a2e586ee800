// SPDX-License-Identifier: MIT
// Files that the system opens with Trellis (manifest: file_handlers). Where browsers have no launch queue, nothing
// happens.
import { takeFile } from "./arrivals.ts";
import { replaceWith } from "./router.ts";

interface LaunchQueue {
  setConsumer(consumer: (launch: { files: readonly FileSystemFileHandle[] }) => void): void;
}

/** Shows the check screen with the text of the first file. https://wicg.github.io/web-app-launch/ */
export function receiveFiles(): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    const [handle] = files;
    if (!handle) return;
    replaceWith({ name: "check", kind: "posting" });
    void handle.getFile().then((file) => takeFile(file));
  });
}
