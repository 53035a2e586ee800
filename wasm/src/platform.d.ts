// What the build and dedicated workers have and TypeScript's DOM library does not list.
interface FileSystemFileHandle {
  /** Workers only; an error of NotSupportedError where the browser's storage cannot do it. */
  createSyncAccessHandle(): Promise<import("./storage-handle.ts").StorageHandle>;
}

/** https://w3c.github.io/trusted-types/: absent where the browser does not enforce it. */
declare var trustedTypes:
  | {
      createPolicy<Rules extends { [kind in "createScriptURL" | "createHTML"]?: (input: string) => string }>(
        name: string,
        rules: Rules,
      ): { [kind in keyof Rules]: (input: string) => string };
    }
  | undefined;

/** Emscripten's glue in the build tree. */
declare module "*/trellis.mjs" {
  const createModule: import("./core.ts").CreateModule;
  export default createModule;
}

declare module "*/trellis-whole.mjs" {
  const createModule: import("./core.ts").CreateModule;
  export default createModule;
}

/** Vite: the address under which the file is published. */
declare module "*.wasm?url" {
  const address: string;
  export default address;
}
declare module "*.txt?url" {
  const address: string;
  export default address;
}
declare module "*?worker&url" {
  const address: string;
  export default address;
}
