import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

/** One line or row of bars. */
export interface ChartSeries {
  name: string;
  /** Null: nothing is known. */
  values: readonly (number | null)[];
  /** A custom property of the tokens, such as `--brand`. */
  color: string;
  kind: 'bar' | 'frame' | 'line' | 'dashed';
}

export interface ReportChartProps {
  /** What stands below, one for each value. */
  labels: readonly string[];
  series: readonly ChartSeries[];
  /** How a value reads at the side. */
  toLabel: (value: number) => string;
  /** Sensible steps at the side; the chart's own where there are none. */
  steps?: readonly number[];
  /** What stands below follows one another: only then points are joined by a line. */
  isSequence: boolean;
}

const HEIGHT = 180;
/** More rows of a kind are too narrow to read; days are as many as they are. */
const WIDEST = 60;

/** A chart of a table that stands beneath it, so it is hidden from those who cannot see it. Drawn by uPlot. */
export function ReportChart({ labels, series, toLabel, steps, isSequence }: ReportChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current;
    if (!place || place.clientWidth === 0) return undefined;
    const draw = () => {
      chart?.destroy();
      chart = new uPlot(
        toOptions(place, { labels, series, toLabel, isSequence, ...(steps ? { steps } : {}) }),
        [labels.map((_, at) => at), ...series.map(({ values }) => [...values])],
        place,
      );
    };
    let chart: uPlot | null = null;
    draw();
    const resized = new ResizeObserver(() =>
      chart?.setSize({ width: place.clientWidth, height: HEIGHT }),
    );
    resized.observe(place);
    // What was drawn keeps its colors until it is drawn again.
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => {
      scheme.removeEventListener('change', draw);
      resized.disconnect();
      chart?.destroy();
    };
  }, [labels, series, toLabel, steps, isSequence]);
  return (
    <div class="report-chart">
      <ul class="report-legend" aria-hidden="true">
        {series.map(({ name, color, kind }) => (
          <li key={name}>
            <span class="report-swatch" data-kind={kind} style={{ color: `var(${color})` }} />
            {name}
          </li>
        ))}
      </ul>
      <div ref={box} class="report-plot" aria-hidden="true" />
    </div>
  );
}

function toOptions(
  place: HTMLElement,
  { labels, series, toLabel, steps, isSequence }: ReportChartProps,
): uPlot.Options {
  const soft = readColor(place, '--text-soft');
  const line = readColor(place, '--line');
  const axis = {
    stroke: soft,
    font: '12px system-ui, sans-serif',
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  };
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: [-0.5, labels.length - 0.5] },
      y: { range: (_chart, _min, max) => [0, Math.max(1, (max ?? 0) * 1.08)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        space: 64,
        incrs: [1, 2, 7, 14, 28, 56, 91],
        values: (_chart, places) => places.map((at) => toShort(labels[at] ?? '')),
      },
      {
        ...axis,
        size: 56,
        ...(steps ? { incrs: [...steps] } : {}),
        values: (_chart, values) => values.map(toLabel),
      },
    ],
    series: [{}, ...series.map((one) => toSeries(place, one, isSequence))],
  };
}

function toSeries(
  place: HTMLElement,
  { name, color, kind }: ChartSeries,
  isSequence: boolean,
): uPlot.Series {
  const stroke = readColor(place, color);
  if (kind === 'line' || kind === 'dashed') {
    return {
      label: name,
      stroke,
      width: isSequence ? 2 : 0,
      ...(kind === 'dashed' ? { dash: [5, 4] } : {}),
      points: { show: true, size: isSequence ? 5 : 9, fill: stroke, width: 0 },
      spanGaps: true,
    };
  }
  const { bars } = uPlot.paths;
  return {
    label: name,
    stroke,
    width: 1,
    ...(kind === 'bar' ? { fill: stroke } : {}),
    points: { show: false },
    ...(bars ? { paths: bars({ size: [0.7, WIDEST] }) } : {}),
  };
}

/** Canvas knows no custom properties: what one comes to is read off an element. */
function readColor(place: HTMLElement, token: string): string {
  const probe = place.ownerDocument.createElement('span');
  probe.style.color = `var(${token})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function toShort(label: string): string {
  return label.length > 14 ? `${label.slice(0, 13)}…` : label;
}
