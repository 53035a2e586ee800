// SPDX-License-Identifier: MIT
// The picture of Trellis: a garden lattice with a vine that climbs it. Drawn for this project; decoration only.

export function TrellisPicture() {
  return (
    <svg class="picture" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <g class="lattice" fill="none" stroke-width="4" stroke-linecap="round">
        <path d="M22 112V14M46 112V8M74 112V8M98 112V14" />
        <path d="M10 32h100M10 60h100M10 88h100" />
      </g>
      <path
        class="vine"
        fill="none"
        stroke-width="4.5"
        stroke-linecap="round"
        d="M34 116C30 96 58 92 58 74S34 56 42 38 72 26 70 10"
      />
      <g class="leaves">
        <path d="M57 82c10-12 22-10 28-8-3 9-14 18-28 8Z" />
        <path d="M40 58c-12-8-22-3-26 1 6 8 17 11 26-1Z" />
        <path d="M45 36c-4-13-15-15-21-14 0 10 8 20 21 14Z" />
        <path d="M62 32c9-10 21-7 26-4-4 9-15 14-26 4Z" />
        <path d="M34 104c-10-6-18-2-22 2 5 7 15 8 22-2Z" />
      </g>
      <g class="blossom">
        <circle cx="71" cy="9" r="7" />
        <circle cx="90" cy="78" r="5" />
      </g>
    </svg>
  );
}
