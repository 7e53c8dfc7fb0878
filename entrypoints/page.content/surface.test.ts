import { describe, expect, it } from 'vitest';
import { hideNames, toLightness } from './surface.ts';

describe('the lightness of a background', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0.9)', 0],
    ['color(srgb 1 1 1)', 1],
    ['color(srgb 0.1 0.1 0.1 / 0.8)', 0.1],
    ['oklch(0.21 0.006 285.885)', 0.21],
    ['oklab(0.98 0 0 / 0.7)', 0.98],
    ['lab(12.5 0 0)', 0.125],
    ['lch(90 2 180)', 0.9],
  ])('of %s is %d', (color, lightness) => {
    expect(toLightness(color)).toBeCloseTo(lightness, 5);
  });

  it.each(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0.3)', 'oklch(0.2 0 0 / 0.1)', 'transparent', ''])(
    'is not told by %j, which shows what is behind it',
    (color) => {
      expect(toLightness(color)).toBeNull();
    },
  );
});

it('gives custom properties names that a page cannot guess, the same in every place', () => {
  const css = hideNames('.a { --ground: red; background: var(--ground, var(--line)) }');
  const names = css.match(/--[\w-]+/g) ?? [];
  expect(names).toHaveLength(3);
  expect(names[0]).toBe(names[1]);
  expect(css).not.toMatch(/--(?:ground|line)/);
});
