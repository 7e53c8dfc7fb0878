/** What the documents name is there: paths, links, commands, environment variables, numbered references. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeIn } from './support/doc-tables.ts';
import { isCode, listFiles, readText, root } from './support/source-files.ts';

const files = listFiles();
const pages = files.filter((path) => path.endsWith('.md') && !path.startsWith('tests/'));
const folders = new Set(files.flatMap((path) => parentsOf(path)));
/** Made by people or builds, so they are in no fresh checkout. */
const madeLater = /^(?:\.output|data|node_modules)(?:\/|$)/u;

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** The words in backticks, drawings and listings left out. */
function wordsIn(text: string): string[] {
  return codeIn(text.replaceAll(/^ *```[^]*?^ *```/gmu, ''));
}

/** The paths in backticks: words that begin with a folder of the repository or end as one of its files. */
function pathsIn(text: string): string[] {
  return wordsIn(text)
    .filter((word) => /^[\w.@-]+(?:\/[\w.@-]+)+\/?$/u.test(word))
    .filter((word) => folders.has(word.split('/')[0] ?? ''))
    .map((word) => word.replace(/\/$/u, ''));
}

function isThere(path: string): boolean {
  return madeLater.test(path) || existsSync(join(root, path));
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\((?<to>[^)\s]+)\)/gu)].map(({ groups }) => groups?.['to'] ?? '');
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');
}

test('the documents are seen', () => {
  expect(pages.length).toBeGreaterThanOrEqual(15);
  expect(pathsIn(readText('docs/architecture.md')).length).toBeGreaterThan(25);
});

test('a path that is not there is noticed', () => {
  expect(pathsIn('see `utils/sites/nowhere.ts` and `npm start`').every(isThere)).toBe(false);
});

describe.each(pages)('%s', (page) => {
  const text = readText(page);

  test('names paths that are there', () => {
    expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([]);
  });

  test('links to what is there', () => {
    const broken = linksIn(text).filter((link) => {
      if (/^[a-z]+:/u.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : posix.join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      if (anchor === undefined || statSync(join(root, target)).isDirectory()) return false;
      const headings = readText(target).matchAll(/^#+ (?<words>.+)$/gmu);
      return ![...headings].some(({ groups }) => toAnchor(groups?.['words'] ?? '') === anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names commands that exist', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: object };
    const named = wordsIn(text).flatMap((word) => {
      const name = /^npm (?:run )?(?<name>[\w:-]+)/u.exec(word)?.groups?.['name'];
      return name === undefined || ['install', 'ci'].includes(name) ? [] : [name];
    });
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('every environment variable that a document names is read somewhere', () => {
  const code = files
    .filter(isCode)
    .map((path) => readText(path))
    .join('\n');
  const named = pages.flatMap((page) => [...readText(page).matchAll(/\bHEARBACK_[A-Z_]+/gu)]);
  expect(named.length).toBeGreaterThan(3);
  expect(named.map(([name]) => name).filter((name) => !code.includes(name))).toEqual([]);
});

test('every numbered reference in code stands in docs/reliability.md, of threats in docs/threats.md', () => {
  const page = readText('docs/reliability.md');
  const threats = readText('docs/threats.md');
  const isTold = (number: string) =>
    page.includes(`**${number}**`) || new RegExp(`^\\| ${number} `, 'mu').test(threats);
  const cited = files
    .filter((path) => isCode(path) || path.endsWith('.sql'))
    .flatMap((path) =>
      [...readText(path).matchAll(/reliability\.md (?<number>§[\d.]*\d|[TF]\d+)/gu)].map(
        ({ groups }) => ({ path, number: groups?.['number'] ?? '' }),
      ),
    );
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter(({ number }) => !isTold(number))).toEqual([]);
});

test('every decision is in the list of decisions', () => {
  const list = readText('docs/decisions/README.md');
  const records = files.filter((path) => /^docs\/decisions\/\d{4}-.+\.md$/u.test(path));
  expect(records.length).toBeGreaterThanOrEqual(8);
  expect(records.filter((path) => !list.includes(posix.basename(path)))).toEqual([]);
});

test('every runtime dependency of the extension or server has its reason on record', () => {
  const { dependencies } = JSON.parse(readText('package.json')) as { dependencies: object };
  const record = readText('docs/decisions/0009-runtime-dependencies.md');
  const names = Object.keys(dependencies);
  expect(names.filter((name) => !record.includes(`\`${name}\``))).toEqual([]);
});
