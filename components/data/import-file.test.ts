import { expect, test, vi } from 'vitest';
import type { ImportPart } from '#utils/model/library-import.ts';
import { importParts } from './import-file.ts';

const parts = (...all: (ImportPart | Error)[]) =>
  vi.fn<() => Promise<ImportPart>>(async () => {
    const next = all.shift() ?? new Error('Nothing was left to ask for.');
    if (next instanceof Error) throw next;
    return next;
  });
const part = (added: string[], left: number): ImportPart => ({ added, changed: [], left });
const going = () => new AbortController().signal;

test('takes part after part and tells how far it is', async () => {
  const onPart = vi.fn<(written: number) => void>();
  const outcome = await importParts(parts(part(['a', 'b'], 1), part(['c'], 0)), onPart, going());
  expect(outcome).toEqual({
    report: { added: ['a', 'b', 'c'], changed: [] },
    left: 0,
    refused: null,
  });
  expect(onPart.mock.calls).toEqual([[2], [3]]);
});

test('keeps what was written when a part is refused', async () => {
  const outcome = await importParts(parts(part(['a'], 1), new Error('x')), () => {}, going());
  expect(outcome).toMatchObject({ report: { added: ['a'] }, left: 1 });
  expect(outcome.refused).toMatch(/./u);
});

test('stops after the part that is being written', async () => {
  const stopping = new AbortController();
  const next = parts(part(['a'], 2), part(['b'], 1));
  const outcome = await importParts(next, () => stopping.abort(), stopping.signal);
  expect(outcome).toMatchObject({ report: { added: ['a'] }, left: 2, refused: null });
  expect(next).toHaveBeenCalledOnce();
});

test('does not go round where a part brings nothing', async () => {
  const next = parts(part([], 3), part([], 3));
  expect(await importParts(next, () => {}, going())).toMatchObject({ left: 3 });
  expect(next).toHaveBeenCalledOnce();
});
