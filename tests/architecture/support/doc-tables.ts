import { readText } from './source-files.ts';

/** The cells of a page's first table below the heading that begins with these words, without its head; `[]`: none. */
export function readTable(page: string, heading: string): string[][] {
  const lines = readText(page).split('\n');
  const start = lines.findIndex((line) => /^#+ /u.test(line) && line.includes(heading));
  if (start === -1) throw new Error(`${page} has no heading “${heading}”.`);
  const first = lines.findIndex((line, at) => at > start && line.startsWith('|'));
  if (first === -1) return [];
  const end = lines.findIndex((line, at) => at > first && !line.startsWith('|'));
  return lines.slice(first + 2, end === -1 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The words in backticks of a cell. */
export function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`(?<word>[^`]+)`/gu)].map(({ groups }) => groups?.['word'] ?? '');
}
