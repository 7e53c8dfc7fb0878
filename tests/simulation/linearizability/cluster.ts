/** Three real server processes on one PostgreSQL, which are stopped, let go on, killed and started again. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export interface ServerProcess {
  origin: string;
  /** The owner's invite link, where this process was the first. */
  ownerLink: string;
  pause(): void;
  resume(): void;
  /** `kill -9`, and a new process on the same port. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

/** Starts one process and waits until it serves. */
export async function startProcess(databaseUrl: string, leaseMs: number): Promise<ServerProcess> {
  const port = await findFreePort();
  const file = new URL('./serve.ts', import.meta.url).pathname;
  const boot = async (): Promise<{ child: ChildProcess; link: string }> => {
    const child = spawn(process.execPath, [file, databaseUrl, `${port}`, `${leaseMs}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const link = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)));
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const ready = /^ready (.*)$/m.exec(text);
        if (ready) resolve(ready[1] ?? '');
      });
    });
    return { child, link };
  };
  const kill = async (child: ChildProcess) => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  let { child, link } = await boot();
  return {
    origin: `http://127.0.0.1:${port}`,
    ownerLink: link,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async restart() {
      await kill(child);
      ({ child, link } = await boot());
    },
    end: () => kill(child),
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
