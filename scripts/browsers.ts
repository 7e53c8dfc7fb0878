/** Finds the browsers that tests and the tour drive, and installs one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Flags under which Chromium runs headless, as root, and without talking to anybody by itself. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Branded Chrome is left out: it no longer loads unpacked extensions from the command line.
const chromiumNames = ['chromium', 'chromium-browser'];
const firefoxNames = ['firefox-esr', 'firefox', 'firefox-developer-edition'];

function findOnPath(names: readonly string[]): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (folder !== '' && existsSync(path)) return path;
    }
  }
  return null;
}

/** Path of a Chromium: the one named in HEARBACK_CHROMIUM, an installed one, or Playwright's; null when none. */
export function findChromium(): string | null {
  const named = process.env['HEARBACK_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  const installed = findOnPath(chromiumNames);
  if (installed) return installed;
  const bundled = chromium.executablePath();
  return bundled && existsSync(bundled) ? bundled : null;
}

/** Path of a Firefox: the one named in HEARBACK_FIREFOX or an installed one; null when none. */
export function findFirefox(): string | null {
  const named = process.env['HEARBACK_FIREFOX'];
  if (named) return existsSync(named) ? named : null;
  return findOnPath(firefoxNames);
}

function runQuietly(command: string, args: string[], timeoutMs: number): boolean {
  const { status } = spawnSync(command, args, {
    stdio: 'ignore',
    timeout: timeoutMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Installs a package when this is Debian and root; whether it went well. */
export function installFromDebian(name: string): boolean {
  const canInstall = process.getuid?.() === 0 && findOnPath(['apt-get']) !== null;
  if (!canInstall) return false;
  // Package lists may be missing on a fresh machine, or out of date.
  return (
    runQuietly('apt-get', ['install', '-y', '--no-install-recommends', name], 600_000) ||
    (runQuietly('apt-get', ['update'], 300_000) &&
      runQuietly('apt-get', ['install', '-y', '--no-install-recommends', name], 600_000))
  );
}

/** A Chromium, installed if need be: Playwright's, else Debian's when root. Throws with what to do when it cannot. */
export function needChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  say('No Chromium found; installing one (once) …');
  runQuietly('npx', ['playwright', 'install', 'chromium'], 300_000);
  if (!findChromium()) installFromDebian('chromium');
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium could be installed. Install one, or set HEARBACK_CHROMIUM to the path of a Chromium.',
  );
}

/** A Firefox, installed from Debian if need be and possible; null when there is none to be had. */
export function ensureFirefox(say: (line: string) => void): string | null {
  const found = findFirefox();
  if (found) return found;
  say('No Firefox found; trying to install one (once) …');
  installFromDebian('firefox-esr');
  return findFirefox();
}
