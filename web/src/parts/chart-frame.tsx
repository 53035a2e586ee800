// SPDX-License-Identifier: MIT
// What every picture of numbers stands in: a name, a sentence that says what it shows, and the same numbers as a table,
// so that nobody needs the picture. Knows nothing of what the numbers mean.
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n.ts";
import { Fold } from "./fold.tsx";
import { Table } from "./table.tsx";
import "../styles/more.ts";

export interface Series {
  name: string;
  /** One for each label; null where there is none. */
  values: readonly (number | null)[];
}

export interface ChartProps {
  title: string;
  /** What the picture shows, in words: not what is drawn, but what was found. */
  sentence: string;
  /** Along the axis, oldest or first one first. */
  labels: readonly string[];
  series: readonly Series[];
  /** The ends of the scale. */
  range: readonly [number, number];
  /** A number as people read it, in the table and on the picture. */
  format: (value: number) => string;
  /** What the labels are, for the table's first heading. */
  labelHead: string;
  /** In the place of the table of labels and numbers, where there is more to tell. */
  table?: ComponentChildren;
}

interface FrameProps extends ChartProps {
  /** Behind the picture, in words: what marks and lines mean. */
  legend?: ComponentChildren;
  /** The picture; a screen reader has the sentence and the table instead. */
  children: ComponentChildren;
}

export function ChartFrame({ title, sentence, legend, table, children, ...numbers }: FrameProps) {
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption>
        <b id={id}>{title}</b>
        <span class="block">{sentence}</span>
      </figcaption>
      <div aria-hidden="true">{children}</div>
      {legend}
      <Fold summary={t("chart.table")}>{table ?? <Numbers title={title} {...numbers} />}</Fold>
    </figure>
  );
}

type NumbersProps = Pick<ChartProps, "title" | "labels" | "series" | "format" | "labelHead">;

function Numbers({ title, labels, series, format, labelHead }: NumbersProps) {
  return (
    <Table
      caption={title}
      heads={[labelHead, ...series.map(({ name }) => name)]}
      rows={labels.map((label, nth) => [
        label,
        ...series.map(({ values }) => {
          const value = values[nth] ?? null;
          return value === null ? t("chart.none") : format(value);
        }),
      ])}
    />
  );
}

/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
  /** The size of the letters, which follows the text size that a person has set. */
  letter: number;
}

/** A drawing in the room there is, drawn anew when the room or the size of text changes. */
export function Drawing({
  class: name,
  draw,
}: {
  class: string;
  draw: (size: Size) => ComponentChildren;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState<Size>({ width: 320, height: 190, letter: 13 });
  useLayoutEffect(() => {
    const one = svg.current;
    if (!one) return;
    const measure = () => {
      const { width, height } = one.getBoundingClientRect();
      const letter = parseFloat(getComputedStyle(one).fontSize);
      if (width > 0) setSize({ width, height, letter }); // not while it is out of sight
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return (
    <svg ref={svg} class={name} viewBox={`0 0 ${size.width} ${size.height}`} focusable="false">
      {draw(size)}
    </svg>
  );
}

/** About how wide a text comes out, a little on the safe side. */
export function widthOf(text: string, letter: number): number {
  return text.length * letter * 0.6;
}
