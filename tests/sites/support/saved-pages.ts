import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PageReading } from './page-reading.ts';

const SITES = resolve(import.meta.dirname, '..');
/** Address, month or day, signed in or out, and what else is worth knowing. */
const ABOUT =
  /^<!-- (?<url>https:\/\/\S+) · \d{4}-\d{2}(?:-\d{2})? · signed (?:in|out)(?: · [^\n]+)? -->\n/u;
/** What cannot or need not stand in a file: a NUL, and a name of 10,000 characters. */
const TOKENS: Record<string, string> = { '{{NUL}}': '\0', '{{LONG}}': '🦊long '.repeat(1_430) };

export interface SavedPage {
  /** `x/feed` */
  name: string;
  html: string;
  /** Size of the file itself. */
  bytes: number;
  url: string;
}

/** All hand-cut pages below `tests/sites/<site>/<page>/`. Throws when one does not say what it is. */
export function loadSavedPages(): SavedPage[] {
  return listFolders(SITES).flatMap((site) =>
    listFolders(join(SITES, site))
      .filter((page) => existsSync(join(SITES, site, page, 'page.html')))
      .map((page) => loadSavedPage(`${site}/${page}`)),
  );
}

function loadSavedPage(name: string): SavedPage {
  const source = readFileSync(join(SITES, name, 'page.html'), 'utf8');
  const url = ABOUT.exec(source)?.groups?.['url'];
  if (!url) throw new Error(`${name}/page.html does not begin with its address, date and account`);
  const html = source.replace(/\{\{\w+\}\}/gu, (token) => TOKENS[token] ?? token);
  return { name, html, bytes: Buffer.byteLength(source), url };
}

/** What was accepted for a page; null when nothing was yet. */
export function loadAccepted(name: string): PageReading | null {
  const path = join(SITES, name, 'expected.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PageReading) : null;
}

/** Takes a reading as right; to be looked at in review. */
export function acceptReading(name: string, reading: PageReading): void {
  writeFileSync(join(SITES, name, 'expected.json'), `${JSON.stringify(reading, null, 2)}\n`);
}

function listFolders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
