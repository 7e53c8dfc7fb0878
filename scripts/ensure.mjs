/**
 * Makes sure that the project's packages are installed, then runs a script on the project's own Node. This file
 * and those beside it that end in `.mjs` run on whatever Node ≥ 20 the machine has, before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.hearback-installed');
const projectNode = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

function run(command, args, options = {}) {
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function isProjectNodeReady() {
  if (!existsSync(projectNode)) return false;
  const { status, stdout } = run(projectNode, ['--version'], { stdio: 'pipe', encoding: 'utf8' });
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= 24;
}

function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
  if (isCurrent && isProjectNodeReady()) return;
  process.stdout.write('Installing packages (once) …\n');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  // A registry that lacks some other platform's optional packages fails `ci`; `install` keeps to the lock file too.
  const isInstalled =
    run('npm', ['ci', ...quietly]).status === 0 ||
    run('npm', ['install', '--no-save', ...quietly]).status === 0;
  if (!isInstalled) {
    fail(
      'The packages could not be installed. Check your connection to the npm registry, then try again.',
    );
  }
  // Where npm does not run install scripts, the pinned Node is put in place by its own installer.
  if (!isProjectNodeReady()) {
    run(process.execPath, [join('node_modules', 'node', 'installArchSpecificPackage.js')]);
  }
  if (!isProjectNodeReady()) {
    fail('The pinned Node 24 could not be installed. Install Node 24 yourself and try again.');
  }
  writeFileSync(stamp, lock);
}

/** Installs what is missing, runs `script` with the arguments of this process, and ends with its exit code. */
export function runOnProjectNode(script) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    fail('Hearback needs Node 20 or newer to start. See https://nodejs.org.');
  }
  ensurePackages();
  const { status, signal } = run(projectNode, [script, ...process.argv.slice(2)], {
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  });
  process.exit(signal ? 130 : (status ?? 1));
}
