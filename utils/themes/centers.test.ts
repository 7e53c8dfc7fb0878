import { describe, expect, test } from 'vitest';
import { assign, merge, toCenter, toMembers } from './centers.ts';
import { finish } from './steps.ts';
import type { Vectors } from './vectors.ts';

/** Vectors of length 1 of posts that use each of their terms alike. */
function toVectors(rows: number[][]): Vectors {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  return {
    starts: Int32Array.from(starts),
    terms: Int32Array.from(rows.flat()),
    weights: Float32Array.from(rows.flatMap((row) => row.map(() => 1 / Math.sqrt(row.length)))),
    telling: new Float32Array(100).fill(1),
    size: rows.length,
  };
}

const vectors = toVectors([[0, 1], [0, 1, 2], [0, 2], [10, 11], [10, 12], [50], []]);

describe('toCenter', () => {
  test('holds what its posts say, most said first, at length 1', () => {
    const { terms, weights } = toCenter(vectors, [0, 1, 2]);
    expect(terms[0]).toBe(0);
    expect(new Set(terms)).toEqual(new Set([0, 1, 2]));
    expect(weights.reduce((sum, weight) => sum + weight ** 2, 0)).toBeCloseTo(1);
  });

  test('leaves out what few of many say', () => {
    const wide = toVectors(Array.from({ length: 99 }, (_, at) => [0, at + 1]));
    expect(
      toCenter(
        wide,
        Array.from({ length: 99 }, (_, at) => at),
      ).terms,
    ).toHaveLength(40);
  });

  test('of nothing is nothing', () => {
    expect(toCenter(vectors, [])).toEqual({ terms: [], weights: [] });
  });
});

describe('assign', () => {
  const centers = [toCenter(vectors, [0, 1, 2]), toCenter(vectors, [3, 4])];

  test('puts each post to its nearest center, and what is near to none to none', () => {
    const { nearest, near } = finish(assign(vectors, centers, 100));
    expect([...nearest]).toEqual([0, 0, 0, 1, 1, -1, -1]);
    expect(near[5]).toBe(0);
    expect(near[1]).toBeGreaterThan(0.9);
  });

  test('a center’s members are the posts that were put to it', () => {
    const assignment = finish(assign(vectors, centers, 100));
    expect(toMembers(assignment, 2)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });
});

describe('merge', () => {
  const small = toCenter(vectors, [2]);
  const large = toCenter(vectors, [0, 1]);
  const other = toCenter(vectors, [3, 4]);

  test('makes one of two that are alike, in the middle of the posts of both', () => {
    const merged = merge(vectors, [small, large, other], [[2], [0, 1], [3, 4]]);
    expect(merged).toEqual([toCenter(vectors, [0, 1, 2]), other]);
  });

  test('leaves apart what has nothing in common', () => {
    expect(
      merge(
        vectors,
        [other, large],
        [
          [3, 4],
          [0, 1],
        ],
      ),
    ).toEqual([other, large]);
  });
});
