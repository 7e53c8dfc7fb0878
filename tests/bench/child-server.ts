import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A script in a process of its own that prints one JSON line when it serves. */
export interface ChildServer {
  url: string;
  ownerLink: string | null;
  /** Memory in use, MB. */
  readRss(): number;
  /** Ends it. Throws when it had ended by itself before: a server never does. */
  kill(): Promise<void>;
}

/** Starts a script of this folder, with as little memory for new objects as `npm run server` gives. */
export async function startChild(
  script: string,
  env: Record<string, string>,
): Promise<ChildServer> {
  const path = new URL(script, import.meta.url).pathname;
  const child = spawn(process.execPath, ['--max-semi-space-size=8', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let isEnding = false;
  let ownEnd: string | null = null;
  child.once('exit', (code, signal) => {
    if (isEnding) return;
    ownEnd = `${script} ended by itself with ${code ?? signal}.`;
    process.stderr.write(`${ownEnd}\n`);
  });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const { url, ownerLink } = JSON.parse(line) as Pick<ChildServer, 'url' | 'ownerLink'>;
  return {
    url,
    ownerLink,
    readRss() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
    },
    async kill() {
      if (ownEnd !== null) throw new Error(ownEnd);
      isEnding = true;
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** A share of sorted values, as 0.99; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A number that follows a name on the command line, as `--changes 1000000`. */
export function readFlag(name: string, otherwise: number): number {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? otherwise : Number(process.argv[index + 1]);
}
