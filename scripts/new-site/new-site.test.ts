import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { siteIds } from '#utils/model/site.ts';
import { addEntry, findFault, toEntries, toFiles, toNextSteps } from './new-site.ts';
import type { NewSite } from './new-site.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const isThere = (path: string) => existsSync(join(root, path));

const anywhere: NewSite = {
  id: 'examplesoft',
  name: 'Example Soft',
  group: 'forums',
  host: null,
  month: '2026-11',
};
const placed: NewSite = { ...anywhere, group: 'networks', host: 'social.example' };

function applied(site: NewSite): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of toEntries(site)) {
    texts.set(entry.path, addEntry(texts.get(entry.path) ?? read(entry.path), entry));
  }
  return texts;
}

describe.each([
  ['software that runs anywhere', anywhere],
  ['a site in one place', placed],
])('%s', (_what, site) => {
  const texts = applied(site);

  test('gets one entry in every table of sites, before the one for all others', () => {
    expect(texts.get('utils/model/site.ts')).toContain(`  'examplesoft',\n  'generic',\n]`);
    expect(texts.get('components/thread/words.ts')).toContain(
      `    examplesoft: 'Example Soft',\n    generic:`,
    );
    expect(texts.get(`utils/sites/facts/${site.group}.ts`)).toContain(
      `  examplesoft: {\n    id: 'examplesoft',`,
    );
    const registry = texts.get('utils/sites/registry.ts');
    expect(registry).toContain(`import { examplesoftAdapter } from './examplesoft.ts';`);
    expect(registry).toContain('  examplesoft: examplesoftAdapter,\n  generic:');
    expect(texts.get('docs/sites.md')).toMatch(
      /^\| Example Soft (?:\|[^|\n]+){7}\|\n\| Other sites/mu,
    );
  });

  test('changes nothing else', () => {
    for (const [path, text] of texts) {
      const before = read(path).split('\n');
      const added = text.split('\n');
      expect(added.filter((line) => !before.includes(line)).length).toBeLessThan(12);
      expect(before.filter((line) => !added.includes(line))).toEqual([]);
    }
  });

  test('begins with a page that says what it is, whose posts its selectors find', () => {
    const files = toFiles(site);
    const page = files['tests/sites/examplesoft/thread/page.html'] ?? '';
    const source = files['utils/sites/examplesoft.ts'] ?? '';
    expect(page).toMatch(/^<!-- https:\/\/\S+ · \d{4}-\d{2} · signed out · /u);
    const window = new Window();
    window.document.write(page);
    const selector = /post: '(?<post>[^']+)'/u.exec(source)?.groups?.['post'] ?? '';
    expect(window.document.querySelectorAll(selector)).toHaveLength(2);
  });

  test('has a page made to break readers, in the structure of the first', () => {
    const files = toFiles(site);
    const page = files['tests/sites/examplesoft/poisoned/page.html'] ?? '';
    const source = files['utils/sites/examplesoft.ts'] ?? '';
    expect(page).toMatch(/^<!-- https:\/\/\S+ · \d{4}-\d{2} · signed out · /u);
    const [, table = ''] = /const selectors = \{(.+?)\};/su.exec(source) ?? [];
    const selectors = [...table.matchAll(/: '([^']+)'/gu)].map(([, selector = '']) => selector);
    expect(selectors.length).toBeGreaterThan(3);
    const window = new Window();
    window.document.write(page);
    expect(selectors.filter((one) => !window.document.querySelector(one))).toEqual([]);
    for (const poison of ['onclick=', 'javascript:', '<script>', '{{LONG}}', '{{NUL}}', '&#8238;'])
      expect(page).toContain(poison);
  });
});

test('software is told by a mark, a place by its host', () => {
  expect(applied(anywhere).get('utils/sites/recognize.ts')).toContain(
    `content^="Example Soft"]' },\n];\n\n/** The site whose`,
  );
  expect(applied(placed).get('utils/sites/recognize.ts')).toContain(
    `{ site: 'examplesoft', host: /^(?:www\\.)?social\\.example$/u },\n];\n\nconst software`,
  );
});

describe('is refused', () => {
  test.each([
    ['an id that exists', { ...anywhere, id: 'reddit' }],
    ['an id that a folder has', { ...anywhere, id: 'dom' }],
    ['an id with a dash', { ...anywhere, id: 'my-site' }],
    ['an id that leads elsewhere', { ...anywhere, id: '../x' }],
    ['a name that would break a table', { ...anywhere, name: 'A | B' }],
    ['a name that would end a text', { ...anywhere, name: "Ada's" }],
    ['a host with a path', { ...anywhere, host: 'a.example/x' }],
  ])('%s', (_what, site) => {
    expect(findFault(site, siteIds, isThere)).not.toBeNull();
  });

  test('a sound one is not', () => {
    expect(findFault(anywhere, siteIds, isThere)).toBeNull();
  });
});

test('a table that has changed its shape is said, not spoiled', () => {
  const [entry] = toEntries(anywhere);
  expect(() => entry && addEntry('nothing', entry)).toThrow('utils/model/site.ts has changed');
});

test('what is named as the next steps is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
  const named = toNextSteps(anywhere).flatMap((step) =>
    [...step.matchAll(/npm run (?<name>[\w:]+)/gu)].map(({ groups }) => groups?.['name'] ?? ''),
  );
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
