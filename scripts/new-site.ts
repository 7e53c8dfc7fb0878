/**
 * `npm run new:site -- <id> "<Name>" [--group=forums] [--host=forum.example]`: begins a site. Without a host it is
 * software that runs anywhere. Changes nothing when the id is taken.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { siteIds } from '#utils/model/site.ts';
import {
  addEntry,
  findFault,
  groups,
  toEntries,
  toFiles,
  toNextSteps,
} from './new-site/new-site.ts';
import type { NewSite } from './new-site/new-site.ts';

const USAGE = `npm run new:site -- <id> "<Name>" [--group=${groups.join('|')}] [--host=forum.example]`;
const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

function readRequest(): NewSite | string {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { group: { type: 'string', default: 'forums' }, host: { type: 'string' } },
  });
  const [id, name, ...rest] = positionals;
  const group = groups.find((one) => one === values.group);
  if (id === undefined || name === undefined || rest.length > 0 || !group) return USAGE;
  const month = new Date().toISOString().slice(0, 7);
  return { id, name, group, host: values.host ?? null, month };
}

function begin(): string | null {
  const site = readRequest();
  if (typeof site === 'string') return site;
  const fault = findFault(site, siteIds, (path) => existsSync(join(root, path)));
  if (fault !== null) return fault;
  // All tables first, in memory: where one has changed its shape nothing is written.
  const texts = new Map<string, string>();
  for (const entry of toEntries(site)) {
    const text = texts.get(entry.path) ?? readFileSync(join(root, entry.path), 'utf8');
    texts.set(entry.path, addEntry(text, entry));
  }
  const files = { ...toFiles(site), ...Object.fromEntries(texts) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    say(`  ${texts.has(path) ? 'changed' : 'written'}  ${path}`);
  }
  say(`\n${site.name} is begun. What to do next (docs/adding-a-site.md):\n`);
  for (const [at, step] of toNextSteps(site).entries()) say(`  ${at + 1}. ${step}`);
  return null;
}

try {
  const fault = begin();
  if (fault !== null) {
    say(fault);
    process.exitCode = 1;
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
