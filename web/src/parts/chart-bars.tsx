// SPDX-License-Identifier: MIT
// A profile: one lying bar for each label, with the words above it, so that long names stay whole at any size of text.
// Limits are lines across the bars, named in words. Knows nothing of what the numbers mean.
import { scaleLinear } from "d3-scale";
import { t } from "../i18n.ts";
import { ChartFrame, Drawing, widthOf } from "./chart-frame.tsx";
import type { ChartProps } from "./chart-frame.tsx";

interface BarProps extends ChartProps {
  /** What a number means, in words beside it; one for each label, "" where there is nothing to say. */
  notes?: readonly string[];
  /** Numbers at which something begins. */
  limits?: readonly number[];
  /** What the limits are, in words. */
  limitWords?: readonly string[];
}

export function BarChart(props: BarProps) {
  const { labels, series, range, format, notes = [], limits = [], limitWords = [] } = props;
  const x = scaleLinear([...range], [0, 100]);
  return (
    <ChartFrame {...props} legend={limitWords.length > 0 && <Limits words={limitWords} />}>
      {labels.map((label, nth) => {
        const value = series[0]?.values[nth] ?? null;
        return (
          <div key={label} class="series bar-row">
            {label}
            <span class="bar-said">
              {value === null ? t("chart.none") : <b>{format(value)}</b>} {notes[nth]}
            </span>
            <svg focusable="false">
              <rect class="rail" width="100%" height="100%" />
              {value !== null && <rect class="bar" width={`${x(value)}%`} height="100%" />}
              {limits.map((limit) => (
                <line
                  key={limit}
                  class={limit < (value ?? 0) ? "limit-in" : "limit"}
                  x1={`${x(limit)}%`}
                  x2={`${x(limit)}%`}
                  y1="0"
                  y2="100%"
                />
              ))}
            </svg>
          </div>
        );
      })}
      {limits.length > 0 && <LimitAxis {...props} limits={limits} />}
    </ChartFrame>
  );
}

/** The numbers of the limits below the bars; one that has no room beside the one before stands a line lower. */
function LimitAxis({
  range,
  format,
  limits,
}: Pick<BarProps, "range" | "format"> & { limits: readonly number[] }) {
  return (
    <Drawing
      class="limit-axis"
      draw={({ width, letter }) => {
        const x = scaleLinear([...range], [0, width]);
        const ends = [0, 0];
        return limits.map((limit) => {
          const text = format(limit);
          const half = widthOf(text, letter) / 2;
          const row = x(limit) - half < (ends[0] ?? 0) ? 1 : 0;
          ends[row] = x(limit) + half;
          return (
            <g key={limit}>
              <line class="limit" x1={x(limit)} x2={x(limit)} y1="0" y2={(row + 0.2) * letter} />
              <text x={x(limit)} y={(row + 1.1) * letter} text-anchor="middle">
                {text}
              </text>
            </g>
          );
        });
      }}
    />
  );
}

function Limits({ words }: { words: readonly string[] }) {
  return (
    <ul class="chart-key">
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
