/** Builds the board that the team server serves, when its sources are newer than the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestIn } from './build-extension.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['entrypoints', 'components', 'utils', 'server/board', 'package.json'];

/** Folder of the built page; throws with the builder's own words when it fails. */
export function buildBoard(): string {
  const dir = join(root, '.output/board');
  const page = join(dir, 'board.html');
  const newest = Math.max(...sources.map((name) => newestIn(join(root, name))));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return dir;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      join(root, 'server/board/vite.config.ts'),
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The board could not be built.\n${stdout}\n${stderr}`);
  return dir;
}
