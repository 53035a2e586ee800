// SPDX-License-Identifier: MIT
// Pictures of numbers: lines over time, and bars. Each comes with a sentence that says what it shows and with the same
// numbers as a table, so that nobody needs the picture. Drawn by d3's scales and shapes; series differ by their marks
// and not by colour alone. Knows nothing of what the numbers mean.
import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { useId } from "preact/hooks";
import { t } from "../i18n.ts";
import { Fold } from "./fold.tsx";
import { Table } from "./table.tsx";
import "../styles/more.ts";

export interface Series {
  name: string;
  /** One for each label; null where there is none. */
  values: readonly (number | null)[];
}

interface ChartProps {
  title: string;
  /** What the picture shows, in words. */
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
}

/** Units of the drawing; it takes the width there is. */
const box = { width: 320, height: 190, left: 34, right: 12, top: 12, bottom: 30 };
const marks = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const ticksWanted = 4;

/** Change over time: at most four series, or the picture says nothing. */
export function LineChart(props: ChartProps) {
  const { labels, series, range } = props;
  const x = scalePoint<number>()
    .domain(labels.map((_, nth) => nth))
    .range([box.left, box.width - box.right])
    .padding(0.3);
  const y = scaleLinear([...range], [box.height - box.bottom, box.top]);
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, nth) => x(nth) ?? 0)
    .y((value) => y(value ?? 0));
  return (
    <Chart {...props}>
      <Axes {...props} x={(nth) => x(nth) ?? 0} y={y} />
      {series.map(({ name, values }, nth) => (
        <g key={name} class={`series series-${nth + 1}`}>
          <path class="line" d={draw([...values]) ?? ""} />
          {values.map(
            (value, at) =>
              value !== null && (
                <path
                  key={at}
                  class="mark"
                  d={symbol(marks[nth % marks.length], 46)() ?? ""}
                  transform={`translate(${x(at)},${y(value)})`}
                />
              ),
          )}
        </g>
      ))}
    </Chart>
  );
}

/** One bar for each label, of the first series. */
export function ColumnChart(props: ChartProps) {
  const { labels, series, range, format } = props;
  const x = scaleBand<number>()
    .domain(labels.map((_, nth) => nth))
    .range([box.left, box.width - box.right])
    .padding(0.3);
  const y = scaleLinear([...range], [box.height - box.bottom, box.top]);
  const middle = (nth: number) => (x(nth) ?? 0) + x.bandwidth() / 2;
  return (
    <Chart {...props}>
      <Axes {...props} x={middle} y={y} />
      <g class="series series-1">
        {series[0]?.values.map(
          (value, nth) =>
            value !== null && (
              <g key={nth}>
                <rect
                  class="bar"
                  x={x(nth)}
                  y={y(value)}
                  width={x.bandwidth()}
                  height={y(range[0]) - y(value)}
                />
                <text x={middle(nth)} y={y(value) - 4} text-anchor="middle">
                  {format(value)}
                </text>
              </g>
            ),
        )}
      </g>
    </Chart>
  );
}

const row = { height: 40, bar: 14 };

/** A profile: one lying bar for each label, with the label above it, so that long names stay whole. */
export function BarChart(props: ChartProps) {
  const { labels, series, range, format } = props;
  const x = scaleLinear([...range], [0, box.width - 40]);
  const height = labels.length * row.height;
  return (
    <Chart {...props} height={height}>
      {labels.map((label, nth) => {
        const value = series[0]?.values[nth] ?? null;
        const top = nth * row.height;
        return (
          <g key={label} class="series series-1">
            <text x={0} y={top + 14}>
              {label}
            </text>
            <rect class="rail" x={0} y={top + 19} width={x(range[1])} height={row.bar} rx={4} />
            {value !== null && (
              <>
                <rect class="bar" x={0} y={top + 19} width={x(value)} height={row.bar} rx={4} />
                <text class="number" x={box.width} y={top + 31} text-anchor="end">
                  {format(value)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </Chart>
  );
}

interface AxesProps extends ChartProps {
  x: (nth: number) => number;
  y: { (value: number): number; ticks(count: number): number[] };
}

function Axes({ labels, format, x, y }: AxesProps) {
  // On a phone there is room for about six labels; the last one always stays.
  const step = Math.ceil(labels.length / 6);
  const isShown = (nth: number) => (labels.length - 1 - nth) % step === 0;
  return (
    <g class="axes">
      {y.ticks(ticksWanted).map((tick) => (
        <g key={tick}>
          <line x1={box.left} x2={box.width - box.right} y1={y(tick)} y2={y(tick)} />
          <text x={box.left - 6} y={y(tick) + 4} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {labels.map(
        (label, nth) =>
          isShown(nth) && (
            <text key={nth} x={x(nth)} y={box.height - 8} text-anchor="middle">
              {label}
            </text>
          ),
      )}
    </g>
  );
}

interface FrameProps extends ChartProps {
  height?: number;
  children: preact.ComponentChildren;
}

function Chart({ title, sentence, series, height = box.height, children, ...table }: FrameProps) {
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption>
        <b id={id}>{title}</b>
        <span class="block">{sentence}</span>
      </figcaption>
      <svg viewBox={`0 0 ${box.width} ${height}`} aria-hidden="true" focusable="false">
        {children}
      </svg>
      {series.length > 1 && <Key series={series} />}
      <Fold summary={t("chart.table")}>
        <Numbers series={series} title={title} {...table} />
      </Fold>
    </figure>
  );
}

function Key({ series }: { series: readonly Series[] }) {
  return (
    <ul class="chart-key" aria-hidden="true">
      {series.map(({ name }, nth) => (
        <li key={name} class={`series series-${nth + 1}`}>
          <svg viewBox="-8 -8 16 16" width="16" height="16">
            <path class="mark" d={symbol(marks[nth % marks.length], 70)() ?? ""} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
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
