/** Posts over time, in a glance; the numbers stand beside it. */
export function ThemeBars({ bars, width = 84 }: { bars: readonly number[]; width?: number }) {
  const most = Math.max(1, ...bars);
  const step = width / Math.max(1, bars.length);
  return (
    <svg
      class="theme-bars"
      width={width}
      height={24}
      viewBox={`0 0 ${width} 24`}
      aria-hidden="true"
    >
      {bars.map((value, at) => {
        const height = value === 0 ? 1 : Math.max(2, (value / most) * 24);
        return (
          <rect
            key={at}
            x={at * step}
            y={24 - height}
            width={Math.max(1, step - 2)}
            height={height}
            data-none={value === 0}
          />
        );
      })}
    </svg>
  );
}
