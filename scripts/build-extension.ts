/** Builds the extension when its sources are newer than the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'wxt.config.ts',
  'scripts/page-scripts.ts',
  'package.json',
];

export type Target = 'chrome' | 'firefox';

/** Folder of the unpacked extension for a browser. */
export function outputDir(target: Target): string {
  return join(root, '.output', `${target}-mv3`);
}

/** When something below a path was changed last, ms. */
export function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Builds for a browser if needed and returns the folder; throws with the builder's own words when it fails. */
export function buildExtension(target: Target): string {
  const dir = outputDir(target);
  const manifest = join(dir, 'manifest.json');
  const newest = Math.max(...sources.map((name) => newestIn(join(root, name))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return dir;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', target, '--mv3'],
    // A test runner says "test" here, and views would be built for finding faults: larger, with paths of this machine.
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The extension could not be built.\n${stdout}\n${stderr}`);
  return dir;
}
