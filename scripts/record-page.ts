/**
 * `npm run pages:record -- <address|file.html> <site>/<page> [--at=<selector>] [--url=<address of a file>] [--signed-in]
 * [--keep=<words, by commas>] [--wait=<ms>] [--again]`: opens a page in Chromium and writes it as a test page: stripped,
 * with placeholders for everything that people wrote, and told what to look at. Scripts of files do not run.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { siteIds } from '#utils/model/site.ts';
import type { SiteId } from '#utils/model/site.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { sitesAt } from '#utils/sites/recognize.ts';
import { chromiumFlags, needChromium } from './browsers.ts';
import { dumpPage } from './record/dump.ts';
import type { PageElement } from './record/page-tree.ts';
import { BYTES_MAX, recordPage } from './record/record.ts';

const USAGE =
  'npm run pages:record -- <address or file.html> <site>/<page> [--at=<selector>] [--url=<address>] [--signed-in] [--keep=<words>] [--wait=<ms>] [--again]';
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

class Fault extends Error {}

function readRequest() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      url: { type: 'string' },
      keep: { type: 'string', default: '' },
      wait: { type: 'string', default: '2000' },
      'signed-in': { type: 'boolean', default: false },
      again: { type: 'boolean', default: false },
    },
  });
  const [source, target = '', ...rest] = positionals;
  const [, id, page] = /^([a-z0-9]+)\/([a-z0-9-]{1,40})$/u.exec(target) ?? [];
  const site = siteIds.find((one) => one === id);
  if (source === undefined || page === undefined || rest.length > 0) throw new Fault(USAGE);
  if (!site) throw new Fault(`There is no site “${id}”. Begin it with npm run new:site.`);
  const path = join(root, 'tests/sites', site, page, 'page.html');
  if (existsSync(path) && !values.again) {
    throw new Fault(`tests/sites/${target}/page.html is there already; --again writes over it.`);
  }
  return { ...values, source, site, target, path };
}

/** Where a saved page came from, as far as it says so. */
function findAddress(html: string): string | null {
  const found =
    /<!-- saved from url=\(\d+\)(?<url>https?:\S+)/u.exec(html) ??
    /^<!-- (?<url>https?:\S+) · /u.exec(html) ??
    /<link[^>]+rel="?canonical"?[^>]+href="?(?<url>https?:[^"\s>]+)/u.exec(html) ??
    /<meta[^>]+property="og:url"[^>]+content="(?<url>https?:[^"]+)/u.exec(html);
  return found?.groups?.['url'] ?? null;
}

async function showPage(
  { source, url, at, wait }: ReturnType<typeof readRequest>,
  executablePath: string,
): Promise<{ dump: PageElement; address: URL }> {
  const isFile = !/^https?:\/\//u.test(source);
  const html = isFile ? readFileSync(source, 'utf8') : '';
  const address = url ?? (isFile ? findAddress(html) : source);
  if (address === null || !URL.canParse(address)) {
    throw new Fault('The file does not say where it came from: add --url=https://…');
  }
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    if (isFile) {
      // Shown at its own address, so that links mean what they meant; nothing of it runs, nothing is loaded.
      await page.route('**/*', (route) =>
        route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
          ? route.fulfill({
              body: html,
              contentType: 'text/html; charset=utf-8',
              headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'" },
            })
          : route.abort(),
      );
    }
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    if (!isFile) await page.waitForTimeout(Number(wait) || 0);
    const dump = await page.evaluate(dumpPage, at ?? null);
    if (!dump) throw new Fault(`Nothing on the page is found by ${at}.`);
    return { dump, address: new URL(address) };
  } finally {
    await browser.close();
  }
}

/** The files of a site's adapter and of what it shares with others, which say what of a page is structure. */
function readSources(site: SiteId): string[] {
  const sites = join(root, 'utils/sites');
  const parts = [site, 'forum'].flatMap((name) =>
    existsSync(join(sites, name))
      ? readdirSync(join(sites, name), { encoding: 'utf8' }).map((file) => join(sites, name, file))
      : [],
  );
  return [join(sites, `${site}.ts`), join(sites, 'recognize.ts'), ...parts]
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(path, 'utf8'));
}

async function record(): Promise<void> {
  const request = readRequest();
  const { site, target, path, keep } = request;
  const { dump, address } = await showPage(request, needChromium(say));
  // A place of everybody stays as it is; a host that somebody runs is somebody's.
  const isPlace = sitesAt(address.hostname).includes(site) && !siteFacts[site].isAnywhere;
  const { html, bytes, notes } = recordPage(dump, {
    url: address,
    host: isPlace ? address.host : `${site}.example`,
    sources: readSources(site),
    keep: keep.split(',').filter((word) => word !== ''),
    month: new Date().toISOString().slice(0, 7),
    isSignedIn: request['signed-in'],
  });
  if (bytes > BYTES_MAX) {
    throw new Fault(
      `It has ${bytes} bytes, ${BYTES_MAX} are allowed. Nothing is written: choose a part with --at=<selector>.`,
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
  say(`tests/sites/${target}/page.html is written, ${bytes} bytes.`);
  for (const note of notes) say(`  · ${note}`);
  say(
    '\nRead it from top to bottom before you commit it: a program can miss what a person would not.',
  );
  say('Then: npm run pages:accept');
}

try {
  await record();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
