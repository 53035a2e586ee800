// SPDX-License-Identifier: MIT
// A short text as a QR code, for handing it over without a network. Dark on light in every theme: cameras want it so.
import encodeQR from "qr";

interface QrCodeProps {
  text: string;
  /** What it is, for those who cannot see it; never the text itself. */
  label: string;
}

/** Modules around the code, as ISO/IEC 18004 asks. */
const quietZone = 4;

/** @throws where the text does not fit into a code: 2,331 bytes at this level of repair */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: quietZone });
  const dark = rows.flatMap((cells, y) =>
    cells.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={dark.join("")} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
