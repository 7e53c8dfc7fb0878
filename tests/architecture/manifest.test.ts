/**
 * The extension as it is built: what it may do is what `docs/privacy.md` says, and what a page loads stays small.
 * Builds it when its sources are newer than the last build.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { markWords } from '#components/chip/mark-words.ts';
import { siteIds } from '#utils/model/site.ts';
import { siteAdapters } from '#utils/sites/registry.ts';
import { listSelectors } from '#utils/sites/selectors.ts';
import { buildExtension } from '#scripts/build-extension.ts';
import type { Target } from '#scripts/build-extension.ts';
import { codeIn, readTable } from './support/doc-tables.ts';
import { root } from './support/source-files.ts';

/** What a page may cost, min and gzip, bytes. */
const PAGE_MAX = 60_000;
/** What a tool that few pages ever load may cost, min and gzip, bytes. */
const TOOL_MAX = 12_000;
/** Two builds on two busy cores, ms. */
const BUILD_MS = 120_000;

interface Manifest {
  manifest_version: number;
  permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
  [key: string]: unknown;
}

const listed = readTable('docs/privacy.md', 'Permissions');
const documented = (target: Target) =>
  listed.flatMap(([permission = '', browsers = '']) =>
    browsers === 'both' || browsers.toLowerCase() === target ? codeIn(permission) : [],
  );

/** Every script that a page of the extension loads, by way of what the first ones import. */
function scriptsOf(dir: string, page: string): Set<string> {
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(join(dir, name), 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/gu)) {
      add(`chunks/${path}`);
    }
  };
  const html = readFileSync(join(dir, page), 'utf8');
  for (const [, path = ''] of html.matchAll(/<script[^>]+src="\/([^"]+)"/gu)) add(path);
  return found;
}

describe.each(['chrome', 'firefox'] as const)('the build for %s', (target) => {
  let dir: string;
  let manifest: Manifest;
  let names: string[];

  beforeAll(() => {
    dir = buildExtension(target);
    manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
    names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  }, BUILD_MS);

  test('asks for the permissions that docs/privacy.md lists', () => {
    expect(documented(target).length).toBeGreaterThan(4);
    expect(manifest.permissions.toSorted()).toEqual(documented(target).toSorted());
  });

  test('may ask for one permission more, which docs/privacy.md explains', () => {
    expect(manifest['optional_permissions']).toEqual(['notifications']);
    expect(readFileSync('docs/privacy.md', 'utf8')).toContain('`notifications` is asked for');
  });

  test('may ask for the origins that docs/privacy.md lists', () => {
    const origins = readTable('docs/privacy.md', 'Access to sites').flatMap(([cell = '']) =>
      codeIn(cell),
    );
    expect(manifest.optional_host_permissions.toSorted()).toEqual(origins.toSorted());
  });

  test.each([
    'host_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'declarative_net_request',
    'chrome_url_overrides',
    'update_url',
    'key',
  ])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  test('stays out of private windows', () => {
    expect(manifest['incognito']).toBe('not_allowed');
  });

  test('lets its own pages run their own code alone', () => {
    const policy = new Map(
      manifest.content_security_policy.extension_pages
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src':
        "'self' https: wss: http://localhost:* ws://localhost:* http://127.0.0.1:* ws://127.0.0.1:*",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });

  test('holds no source maps, tests or gallery', () => {
    expect(names).toContain('manifest.json');
    expect(names.filter((name) => /\.map$|\.test\.|states|gallery/u.test(name))).toEqual([]);
  });

  test('is built for people, and tells nothing of the machine that built it', () => {
    const scripts = names.filter((name) => name.endsWith('.js'));
    const telling = scripts.filter((name) => readFileSync(join(dir, name), 'utf8').includes(root));
    expect(scripts.length).toBeGreaterThan(siteIds.length);
    expect(telling).toEqual([]);
  });

  const sizeOf = (path: string) => gzipSync(readFileSync(join(dir, path)), { level: 9 }).length;

  test('has the script of every site, each holding an adapter', () => {
    const scripts = siteIds.map((id) => `sites/${id}.js`);
    expect(names.filter((name) => name.startsWith('sites/')).toSorted()).toEqual(
      scripts.toSorted(),
    );
    for (const script of scripts) {
      expect(readFileSync(join(dir, script), 'utf8')).toContain('hearback.adapter');
    }
  });

  test('has the selectors of every site as shipped, which no page is asked for', () => {
    for (const id of siteIds) {
      const shipped: unknown = JSON.parse(readFileSync(join(dir, `selectors/${id}.json`), 'utf8'));
      expect(shipped).toEqual(listSelectors(siteAdapters[id].selectors));
    }
  });

  test(`loads at most ${PAGE_MAX / 1_000} kB into a page, whatever its site`, () => {
    const page = sizeOf('content-scripts/page.js');
    expect(page).toBeGreaterThan(10_000);
    const sites = names.filter((name) => name.startsWith('sites/')).map(sizeOf);
    expect(page + Math.max(...sites)).toBeLessThanOrEqual(PAGE_MAX);
  });

  test.each([
    ['teaching.js', 'Point at a post and click it.'],
    ['marking.js', markWords.nothing],
  ])('brings %s only to pages where somebody asks for it', (tool, words) => {
    expect(readFileSync(join(dir, tool), 'utf8')).toContain(words);
    expect(readFileSync(join(dir, 'content-scripts/page.js'), 'utf8')).not.toContain(words);
    expect(sizeOf(tool)).toBeLessThanOrEqual(TOOL_MAX);
  });

  test('loads no validator, no database into a page', () => {
    const script = readFileSync(join(dir, 'content-scripts/page.js'), 'utf8');
    expect(script).not.toMatch(/ZodError|safeParse|DexieError|indexedDB/u);
    // The same words are in the background, so they would be seen.
    expect(readFileSync(join(dir, 'background.js'), 'utf8')).toMatch(/safeParse.*indexedDB/su);
  });

  test.each(['popup.html', 'sidepanel.html', 'board.html'])(
    'loads no validator into %s',
    (page) => {
      const scripts = [...scriptsOf(dir, page)];
      expect(scripts.length).toBeGreaterThan(1);
      const telling = scripts.filter((name) =>
        /ZodError|safeParse/u.test(readFileSync(join(dir, name), 'utf8')),
      );
      expect(telling).toEqual([]);
    },
  );
});
