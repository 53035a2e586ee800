// SPDX-License-Identifier: MIT
// A module for each language whose value is made at build time: "virtual:NAME/TAG".
import type { Plugin } from "vite";

/** @param read  gives the value of a language's module; it has to be JSON */
export function virtualPlugin(name: string, read: (tag: string) => Promise<unknown>): Plugin {
  const prefix = `virtual:${name}/`;
  return {
    name: `trellis:${name}`,
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      return `export default ${JSON.stringify(await read(id.slice(prefix.length + 1)))}`;
    },
  };
}
