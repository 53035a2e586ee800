// SPDX-License-Identifier: MIT
// Pictures of change: lines and columns over time. Drawn by d3's scales and shapes in the size that text has; series
// differ by their marks and not by colour alone. Knows nothing of what the numbers mean.
import { scaleBand, scaleLinear } from "d3-scale";
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import { ChartFrame, Drawing, widthOf } from "./chart-frame.tsx";
import type { ChartProps, Series, Size } from "./chart-frame.tsx";

interface TimeProps extends ChartProps {
  /** The labels in short, for the axis. */
  ticks?: readonly string[];
}

interface LineProps extends TimeProps {
  /** When each label was, in any unit of time; without it they stand evenly. */
  moments?: readonly number[];
}

const marks = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const ticksMost = 4;

/** Change over time: at most four series, or the picture says nothing. */
export function LineChart(props: LineProps) {
  const { labels, series, moments = labels.map((_, nth) => nth) } = props;
  const [from = 0, to = 0] = [moments[0], moments.at(-1)];
  return (
    <ChartFrame {...props} legend={series.length > 1 && <Key series={series} />}>
      <Drawing
        class="plot"
        draw={(size) => {
          const { left, right, y } = areaOf(props, size);
          const inset = size.letter;
          // One moment stands in the middle.
          const x = scaleLinear(from === to ? [from - 1, to + 1] : [from, to], [
            left + inset,
            right - inset,
          ]);
          const at = (nth: number) => x(moments[nth] ?? 0);
          const draw = line<number | null>()
            .defined((value) => value !== null)
            .x((_, nth) => at(nth))
            .y((value) => y(value ?? 0));
          return (
            <>
              <Axes {...props} size={size} at={at} />
              {series.map(({ name, values }, nth) => (
                <g key={name} class={`series series-${nth + 1}`}>
                  <path class="line" d={draw([...values]) ?? ""} />
                  {values.map(
                    (value, place) =>
                      value !== null && (
                        <path
                          key={place}
                          class="mark"
                          d={symbol(marks[nth % marks.length], size.letter * 4)() ?? ""}
                          transform={`translate(${at(place)},${y(value)})`}
                        />
                      ),
                  )}
                </g>
              ))}
            </>
          );
        }}
      />
    </ChartFrame>
  );
}

/** One column for each label, of the first series. */
export function ColumnChart(props: TimeProps) {
  const { labels, series, range, format } = props;
  return (
    <ChartFrame {...props}>
      <Drawing
        class="plot"
        draw={(size) => {
          const { left, right, y } = areaOf(props, size);
          const x = scaleBand<number>()
            .domain(labels.map((_, nth) => nth))
            .range([left, right])
            .padding(0.3);
          const middle = (nth: number) => (x(nth) ?? 0) + x.bandwidth() / 2;
          return (
            <>
              <Axes {...props} size={size} at={middle} />
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
            </>
          );
        }}
      />
    </ChartFrame>
  );
}

/** Where the drawing stands between its axes, and its numbers from bottom to top. */
function areaOf({ range, format }: ChartProps, { width, height, letter }: Size) {
  const [top, bottom] = [letter * 1.5, height - letter * 1.8];
  const y = scaleLinear([...range], [bottom, top]);
  const ticks = y.ticks(Math.min(ticksMost, Math.floor((bottom - top) / (letter * 1.6))));
  const left = Math.max(...ticks.map((tick) => widthOf(format(tick), letter))) + 8;
  return { left, right: width, y, ticks };
}

interface AxesProps extends TimeProps {
  size: Size;
  /** The middle of a label. */
  at: (nth: number) => number;
}

function Axes({ size, at, ...props }: AxesProps) {
  const { left, right, y, ticks } = areaOf(props, size);
  const labels = props.ticks ?? props.labels;
  return (
    <g class="axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick) + size.letter / 3} text-anchor="end">
            {props.format(tick)}
          </text>
        </g>
      ))}
      {roomyOf(labels, at, size).map(({ label, x }) => (
        <text key={x} x={x} y={size.height - size.letter / 2} text-anchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

/** The labels that have room beside each other; the last one always stays. */
function roomyOf(labels: readonly string[], at: (nth: number) => number, { width, letter }: Size) {
  const shown: { label: string; x: number }[] = [];
  let free = Infinity;
  for (const [nth, label] of [...labels.entries()].reverse()) {
    const half = widthOf(label, letter) / 2;
    const x = Math.min(Math.max(at(nth), half), width - half);
    if (x + half > free) continue;
    shown.push({ label, x });
    free = x - half - letter / 2;
  }
  return shown;
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
