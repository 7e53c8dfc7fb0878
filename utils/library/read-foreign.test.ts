import { expect, test } from 'vitest';
import { parseLibraryFile } from '#utils/replies/import-library.ts';
import { readForeignFile, toLines, toOwnFile } from './read-foreign.ts';

test('a file of ours is left to the importer', async () => {
  expect(await readForeignFile('a.csv', 'text\nHold.\n')).toBeNull();
});

test('answers of espanso reach the importer, and lines left out keep their numbers', async () => {
  const file = 'matches:\n  - trigger: a\n    replace: Hold.\n  - trigger: b\n    replace: Hold.\n';
  const read = await readForeignFile('base.yml', file);
  const own = toOwnFile(read?.records ?? []);
  const { entries, skipped } = parseLibraryFile(own.fileName, own.text);
  expect(entries.map(({ text, title }) => [text, title])).toEqual([['Hold.', 'a']]);
  expect(toLines(skipped, read?.records ?? [])).toEqual([
    { line: 4, reason: 'The same text stands further up.' },
  ]);
});
