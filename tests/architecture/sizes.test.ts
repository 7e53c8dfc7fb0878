/** Small files with one idea: a limit that fails, a list of those above the aim that may only get shorter. */
import { expect, test } from 'vitest';
import { isCode, listFiles, readText } from './support/source-files.ts';

/** Lines. */
const MAX = 500;
const WARN = 300;

/** Files above `WARN`, and why each is one idea all the same. */
const long: Record<string, string> = {
  'utils/messages/map.ts': 'one table of all messages, read from top to bottom',
  'components/ui/ui.css': 'the looks of all plain controls, which a page of ours loads once',
  'components/chip/chip.css': 'the looks of the chip, adopted as one sheet into its shadow root',
  'components/thread/thread.css': 'the looks of one thread and its parts',
  'utils/spotting/brand-matcher.test.ts': 'one table of cases for one function',
};

const files = listFiles()
  .filter((path) => isCode(path) || /\.(?:css|sql)$/u.test(path))
  .map((path) => ({ path, lines: readText(path).split('\n').length }));

test('the scan sees the whole repository', () => {
  expect(files.length).toBeGreaterThan(300);
});

test(`no code has more than ${MAX} lines`, () => {
  expect(files.filter(({ lines, path }) => lines > MAX && !path.endsWith('.css'))).toEqual([]);
});

test(`a file above ${WARN} lines has a reason`, () => {
  const above = files.filter(({ lines, path }) => lines > WARN && !(path in long));
  expect(above).toEqual([]);
});

test('no reason outlives its file', () => {
  const known = new Set(files.map(({ path }) => path));
  expect(Object.keys(long).filter((path) => !known.has(path))).toEqual([]);
});

test('files are named in kebab case, components in Pascal case', () => {
  const odd = files.filter(({ path }) => {
    const name = path.split('/').at(-1) ?? '';
    return !/^(?:\d{3}-)?[a-z][a-z\d]*(?:[-.][a-z\d]+)*$|^[A-Z][A-Za-z\d]*(?:\.(?:states|test))?\.tsx$/u.test(
      name,
    );
  });
  expect(odd).toEqual([]);
});
