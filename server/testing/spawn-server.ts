import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own, as people start it. */
export interface SpawnedServer {
  child: ChildProcess;
  origin: string;
  /** The owner's invite link; null once somebody has joined. */
  ownerLink: string | null;
  /** Ends the process at once and waits for it. */
  kill(): Promise<void>;
}

/** Starts `server/main.ts` on a file or a database and waits until it serves. */
export async function spawnServer(place: {
  data?: string;
  databaseUrl?: string;
}): Promise<SpawnedServer> {
  const main = new URL('../main.ts', import.meta.url).pathname;
  const { data, databaseUrl } = place;
  const args = [main, 'start', '--port', '0', ...(data === undefined ? [] : ['--data', data])];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Tests report more than any person reads.
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl ?? '',
      HEARBACK_SIGHTINGS_PER_HOUR: '1000000',
    },
  });
  const kill = async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  let printed = '';
  // Not `for await`, which would close the pipe behind us and have the server die of its next line.
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The server did not start: ${printed}`)));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const served = /serves (\S+)/.exec(printed)?.[1];
      if (served !== undefined && printed.endsWith('\n')) resolve(served);
    });
  });
  return { child, origin, ownerLink: /^http\S+\/join#\S+$/m.exec(printed)?.[0] ?? null, kill };
}
