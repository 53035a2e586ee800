// SPDX-License-Identifier: MIT
// Icons by the word they stand for. Drawings: Lucide (ISC licence), only those named here are shipped.
// Icons are decoration: the words beside them say the same.
import { h } from "preact";
import {
  Archive,
  ArrowLeft,
  ArrowRight,
  BookOpen,
  Check,
  ChevronDown,
  CircleQuestionMark,
  CircleDashed,
  ClipboardCheck,
  ClipboardList,
  Compass,
  Copy,
  Download,
  Eye,
  FileText,
  GraduationCap,
  Hand,
  HeartHandshake,
  House,
  Leaf,
  LifeBuoy,
  MessageCircle,
  Milestone,
  Printer,
  Scale,
  Search,
  ShieldCheck,
  Sprout,
  TriangleAlert,
  Upload,
} from "lucide";
import type { IconNode } from "lucide";

export const drawings = {
  backup: Archive,
  back: ArrowLeft,
  forward: ArrowRight,
  role: BookOpen,
  done: Check,
  more: ChevronDown,
  help: CircleQuestionMark,
  open: CircleDashed,
  log: ClipboardList,
  drift: Compass,
  learn: GraduationCap,
  ladder: Milestone,
  print: Printer,
  copy: Copy,
  download: Download,
  posting: FileText,
  conflict: Hand,
  people: HeartHandshake,
  home: House,
  fits: Leaf,
  safety: LifeBuoy,
  task: MessageCircle,
  depends: Scale,
  check: ClipboardCheck,
  search: Search,
  protects: ShieldCheck,
  rate: Sprout,
  problem: TriangleAlert,
  unsure: Eye,
  upload: Upload,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof drawings;

/** @param size  edge in em, so icons grow with the text */
export function Icon({ name, size = 1.25 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={`${size}em`}
      height={`${size}em`}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
