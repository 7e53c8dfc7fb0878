/**
 * T26: whoever builds the same sources gets the same package, byte by byte, wherever and whenever; so what a store
 * serves can be compared with what is here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '../..');
const sources = [
  'components',
  'entrypoints',
  'scripts',
  'public',
  'utils',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** Builds a copy of the sources in a fresh folder; gives the hash of the package. */
function buildIn(folder: string, zone: string): string {
  for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'zip'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, TZ: zone } },
  );
  expect(status, stderr).toBe(0);
  const output = join(folder, '.output');
  const [name = ''] = readdirSync(output).filter((file) => file.endsWith('-chrome.zip'));
  return createHash('sha256')
    .update(readFileSync(join(output, name)))
    .digest('hex');
}

test('the same sources give the same package in another place and time zone', () => {
  test.setTimeout(120_000);
  const folders = ['here-', 'at-another-place-'].map((name) => mkdtempSync(join(tmpdir(), name)));
  const [one = '', other = ''] = folders;
  try {
    expect(buildIn(other, 'America/Lima')).toBe(buildIn(one, 'Asia/Tokyo'));
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});
