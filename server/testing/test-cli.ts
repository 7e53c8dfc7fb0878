import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { spawnServer } from './spawn-server.ts';
import type { SpawnedServer } from './spawn-server.ts';

const main = new URL('../main.ts', import.meta.url).pathname;

/** What a command printed, and how it ended. */
export interface CliResult {
  code: number | null;
  out: string;
  err: string;
}

type Environment = Record<string, string>;

/** Starts the real command line without waiting for it. Variables of the tests' own environment stay out. */
export function spawnCli(args: readonly string[], env: Environment = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', ...env },
  });
}

/** Runs one command of the real command line to its end. */
export async function runCli(args: readonly string[], env: Environment = {}): Promise<CliResult> {
  const child = spawnCli(args, env);
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

/** A server in a process of its own that can be asked to end. */
export interface CliServer extends SpawnedServer {
  /** Ends it as Ctrl-C does. */
  end(): Promise<void>;
}

/** Starts a server by the real command line, on any free port. */
export async function startByCli(place: Parameters<typeof spawnServer>[0]): Promise<CliServer> {
  const server = await spawnServer(place);
  const { child } = server;
  return {
    ...server,
    end: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
