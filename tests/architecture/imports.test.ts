/** What lint cannot say of imports: what a page loads in the end, cycles over areas, and paths that climb. */
import { describe, expect, test } from 'vitest';
import { siteIds } from '#utils/model/site.ts';
import { findBroken, findCycle, loadImports, reach } from './support/module-graph.ts';
import { areaOf, isTest } from './support/source-files.ts';
import { siteOf } from './support/sites.ts';

const imports = loadImports();
const files = new Set(imports.map(({ from }) => from));
const PAGE = 'entrypoints/page.content/index.ts';

/** `a.ts → b.ts`, for messages that say where. */
const show = ({ from, specifier }: (typeof imports)[number]) => `${from} → ${specifier}`;

test('the scan sees the whole repository', () => {
  expect(files.size).toBeGreaterThan(300);
  expect(imports.length).toBeGreaterThan(1_200);
});

test('every import of ours means a file that is there', () => {
  expect(findBroken(imports).map(show)).toEqual([]);
});

test('no modules wait for each other', () => {
  expect(findCycle(imports)).toBeNull();
});

test('a ring of modules is found', () => {
  const back = { from: 'utils/model/post.ts', specifier: './story.ts', isType: false };
  const ring = findCycle([...imports, { ...back, to: 'utils/model/story.ts' }]);
  expect(ring).toContain('utils/model/story.ts');
});

test('imports across areas go by alias', () => {
  const slips = imports.filter(
    ({ from, to, specifier }) =>
      to !== null && specifier.startsWith('.') && areaOf(to) !== areaOf(from),
  );
  expect(slips.map(show)).toEqual([]);
});

test('no import climbs two folders', () => {
  const climbs = imports.filter(({ specifier }) => specifier.startsWith('../..'));
  expect(climbs.map(show)).toEqual([]);
});

test('nothing outside tests imports tests', () => {
  const leaks = imports.filter(({ from, to }) => to !== null && isTest(to) && !isTest(from));
  expect(leaks.map(show)).toEqual([]);
});

test('every import carries its extension', () => {
  const bare = imports.filter(({ to }) => to !== null && !/\.(?:tsx?|mjs|json|css)$/u.test(to));
  expect(bare.map(show)).toEqual([]);
});

describe('a page', () => {
  const loaded = reach(imports, PAGE);

  test('shows a slip with the way it came', () => {
    const slip = {
      from: 'utils/spotting/page-watcher.ts',
      specifier: '#utils/db/open.ts',
      to: 'utils/db/open.ts',
      isType: false,
    };
    const way = reach([...imports, slip], PAGE).get('dexie');
    expect(way?.slice(0, 5)).toEqual([
      PAGE,
      'entrypoints/page.content/page-life.ts',
      'entrypoints/page.content/page-session.ts',
      slip.from,
      slip.to,
    ]);
    expect(reach([...imports, { ...slip, isType: true }], PAGE).has('dexie')).toBe(false);
  });

  test('loads spotting and editors', () => {
    expect(loaded.size).toBeGreaterThan(60);
    for (const file of ['utils/editors/insert-draft.ts', 'utils/spotting/page-watcher.ts']) {
      expect(loaded.has(file)).toBe(true);
    }
  });

  test('loads no adapter: the background brings that of its site', () => {
    const own = [...loaded.keys()].filter((file) => siteOf(file) !== null);
    expect(own).toEqual([]);
  });

  test('loads three packages at most: the view, its icons, the browser API', () => {
    const packages = [...loaded.keys()].filter((name) => !/\.(?:tsx?|css)$/u.test(name));
    const known = /^(?:preact(?:\/hooks)?|lucide-preact|wxt\/utils\/.+)$/u;
    expect(packages.filter((name) => !known.test(name))).toEqual([]);
  });

  test.each([
    ['the database', (name: string) => name.startsWith('utils/db/') || name === 'dexie'],
    [
      'the exchange with the team',
      (name: string) => name.startsWith('utils/sync/') && name !== 'utils/sync/heartbeat.ts',
    ],
    ['the validator', (name: string) => /^zod(?:\/|$)/u.test(name)],
    ['settings', (name: string) => name.startsWith('utils/settings/')],
    ['the server', (name: string) => name.startsWith('server/')],
    ['hooks of extension pages', (name: string) => name.startsWith('components/data/')],
  ])('never loads %s', (_, isIt) => {
    const ways = [...loaded].filter(([name]) => isIt(name)).map(([, way]) => way.join(' → '));
    expect(ways).toEqual([]);
  });
});

test('no site knows another site, though all may know the marks that generic reads', () => {
  const meetings = imports.filter(({ from, to }) => {
    const [one, other] = [siteOf(from), to === null ? null : siteOf(to)];
    const isMark = to?.startsWith('utils/sites/generic/') ?? false;
    return one !== null && other !== null && one !== other && !isMark && !isTest(from);
  });
  expect(meetings.map(show)).toEqual([]);
});

describe.each(siteIds)('the script of %s', (id) => {
  test('loads no package and none of our code but sites, nouns and texts', () => {
    const loaded = [...reach(imports, `utils/sites/${id}.ts`).keys()];
    expect(loaded).toContain('utils/sites/dom/to-post.ts');
    expect(loaded.filter((file) => !/^utils\/(?:sites|model|text)\//u.test(file))).toEqual([]);
  });
});

test('only the registry names adapters', () => {
  const namers = imports.filter(
    ({ from, to, isType }) => !isType && !isTest(from) && to !== null && siteOf(to) !== null,
  );
  const outsiders = namers.filter(
    ({ from }) => siteOf(from) === null && from !== 'utils/sites/registry.ts',
  );
  expect(outsiders.map(show)).toEqual([]);
});
