// SPDX-License-Identifier: MIT
// A small table: what each column holds, and rows that begin with their own name.
import type { ComponentChildren } from "preact";

interface TableProps {
  caption?: string;
  /** One for each column, the first one for the names of the rows. */
  heads: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
}

export function Table({ caption, heads, rows }: TableProps) {
  return (
    <table>
      {caption && <caption class="hint">{caption}</caption>}
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
