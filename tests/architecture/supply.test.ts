/** What comes from others (reliability.md T25, T27): how many packages, what they may do on installation, their terms. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputDir } from '#scripts/build-extension.ts';
import { isCode, isTest, listFiles, readText, root } from './support/source-files.ts';
import { stringValue, walkCode } from './support/walk-code.ts';

interface Locked {
  hasInstallScript?: boolean;
  license?: string;
  dev?: boolean;
  resolved?: string;
  integrity?: string;
}

const lock = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//u, '');

/** Packages that run something when they are installed, and why that is taken. */
const installScripts: Record<string, string> = {
  'core-js': 'prints a notice; comes with twitter-text and draft-js',
  node: 'fetches the Node that the scripts run on',
  fsevents: 'for macOS alone',
  esbuild: 'checks its own binary; comes with the builder',
  'spawn-sync': 'an old one of the builder’s',
};

const terms = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'MPL-2.0',
  'Unlicense',
  'WTFPL',
  'Artistic-2.0',
  '(MIT OR CC0-1.0)',
  '(MIT OR WTFPL)',
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MPL-2.0 OR Apache-2.0)',
  'MIT OR Apache-2.0',
  'Apache-2.0 OR MIT',
  '(MIT AND Zlib)',
]);

test('the lock is seen', () => {
  expect(packages.length).toBeGreaterThan(300);
});

test('the extension is made of at most fifteen packages of others', () => {
  const imported = listFiles()
    .filter((path) => /^(?:utils|components|entrypoints)\//u.test(path))
    .filter((path) => isCode(path) && !isTest(path))
    .flatMap((path) => walkCode(path, readText(path)))
    .filter(({ type }) => /^(?:Import|ExportNamed|ExportAll)Declaration$/u.test(type))
    .map((node) => stringValue(node['source']) ?? '')
    .filter((from) => from !== '' && !/^[.#]|^node:/u.test(from))
    .map((from) =>
      from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  const found = [...new Set(imported)];
  expect(found).toContain('preact');
  expect(found.length).toBeLessThanOrEqual(15);
});

test('nothing new runs on installation', () => {
  const found = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => nameOf(path));
  expect(found.filter((name) => !(name in installScripts))).toEqual([]);
});

test('every package is the one that was locked', () => {
  const loose = packages.filter(([, { integrity, resolved }]) => resolved && !integrity);
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('what is shipped comes under terms that allow it', () => {
  const shipped = packages.filter(([, { dev }]) => dev !== true);
  expect(shipped.length).toBeGreaterThan(10);
  const others = shipped
    .filter(([, { license }]) => license !== undefined && !terms.has(license))
    .map(([path, { license }]) => `${nameOf(path)}: ${license}`);
  expect(others).toEqual([]);
});

/**
 * Of others, and seen to do no harm: Zod asks once whether it may make functions of text, is told no by the extension's
 * policy, and does without; core-js (in twitter-text) would look for the global object so, had it not found it before.
 */
const harmless = /Function\(`(?:return this)?`\)/gu;

/** Ways to run what is not in the package. */
const remote =
  /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(\s*["'`]|import\s*\(\s*["'`]https?:|importScripts\s*\(/u;

test.each(['eval(a)', 'new Function("a")', ';Function("return this")', 'import("https://a.b")'])(
  '%s is found',
  (line) => {
    expect(remote.test(line)).toBe(true);
  },
);

describe.each(['chrome', 'firefox'] as const)('the build for %s', (target) => {
  const dir = outputDir(target);

  test.skipIf(!existsSync(dir))('runs nothing that is not in it', () => {
    const scripts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(3);
    const found = scripts.flatMap((name) => {
      const [match] =
        remote.exec(readFileSync(join(dir, name), 'utf8').replaceAll(harmless, '')) ?? [];
      return match === undefined ? [] : [`${name}: ${match}`];
    });
    expect(found).toEqual([]);
  });

  test.skipIf(!existsSync(dir))('loads scripts of its own alone', () => {
    const pages = readdirSync(dir).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const html = readFileSync(join(root, '.output', `${target}-mv3`, page), 'utf8');
      expect(html.match(/(?:src|href)="(?:https?:)?\/\//gu)).toBeNull();
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/u);
    }
  });
});
