/**
 * A PostgreSQL of one's own for tests and benchmarks: in a temporary folder, on a free port of this machine, as
 * durable as a real one. It dies with the thread that started it, so that no test leaves one behind.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgres } from '#scripts/postgres.ts';

export interface PrivatePostgres {
  /** Makes an empty database, which orders texts by bytes or by a language; its address for `DATABASE_URL`. */
  createDatabase(language?: string): Promise<string>;
  /** The server's own process, for tests that stop it for a while. */
  process: ChildProcess;
  /** Stops as in a crash; `start` brings it back with what was committed. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Keeps the data as it is now, as a standby has it that falls behind from here on. */
  keepStandby(): Promise<void>;
  /** The server is gone, and the standby that was kept takes its place, on the same address. */
  failOver(): Promise<void>;
  /** Ends exactly this server and removes its data. */
  end(): Promise<void>;
}

/** Starts one in about half a second (the first time on a machine: two). Throws where PostgreSQL is missing. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const bin = findPostgres();
  if (bin === null) throw new Error('There is no PostgreSQL on this machine.');
  const folder = makeFolder();
  const data = join(folder, 'data');
  copyCluster(bin, data);
  const port = await findFreePort();
  const socketless = ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'];
  const args = ['-D', data, '-p', `${port}`, ...socketless, '-c', 'max_connections=200'];
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  let databases = 0;

  const postgres: PrivatePostgres = {
    process: await boot(bin, args, address('postgres')),
    async createDatabase(language) {
      databases += 1;
      const name = `team_${databases}`;
      const order =
        language === undefined
          ? ''
          : `TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '${language}'`;
      await runOnce(address('postgres'), `CREATE DATABASE ${name} ${order}`);
      return address(name);
    },
    crash: () => stop(postgres.process, 'SIGQUIT'),
    async start() {
      postgres.process = await boot(bin, args, address('postgres'));
    },
    async keepStandby() {
      await postgres.crash();
      // An earlier one would be copied into.
      rmSync(`${data}-standby`, { recursive: true, force: true });
      copyFolder(data, `${data}-standby`);
      await postgres.start();
    },
    async failOver() {
      await postgres.crash();
      rmSync(data, { recursive: true, force: true });
      copyFolder(`${data}-standby`, data);
      const [command, touch] = asUser('touch', [join(data, 'standby.signal')]);
      spawnSync(command, touch);
      await postgres.start();
      await runOnce(address('postgres'), 'SELECT pg_promote()');
    },
    async end() {
      await stop(postgres.process, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return postgres;
}

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
function asUser(command: string, args: string[]): [string, string[]] {
  const user = process.getuid?.() === 0 ? ['--reuid', 'postgres', '--regid', 'postgres'] : [];
  const groups = user.length > 0 ? ['--clear-groups'] : [];
  if (spawnSync('setpriv', ['--version']).status !== 0) return [command, args];
  return ['setpriv', [...user, ...groups, '--pdeathsig', 'SIGQUIT', command, ...args]];
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-postgres-'));
  giveToPostgres(folder);
  return folder;
}

function giveToPostgres(path: string): void {
  if (process.getuid?.() !== 0) return;
  const read = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout);
  chownSync(path, read('-u'), read('-g'));
  chmodSync(path, 0o700);
}

/** An empty cluster takes a second to make and none to copy, so the first one on a machine is kept. */
function copyCluster(bin: string, data: string): void {
  const uid = process.getuid?.() ?? 0;
  const template = join(tmpdir(), `hearback-postgres-template-${uid}-${bin.replaceAll('/', '-')}`);
  if (!existsSync(template)) {
    const made = makeFolder();
    const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
    const [command, args] = asUser(join(bin, 'initdb'), ['-D', join(made, 'data'), ...options]);
    const { status, stderr } = spawnSync(command, args);
    if (status !== 0) throw new Error(`No cluster was made: ${String(stderr)}`);
    // Of two that come at once, the second finds its place taken.
    try {
      renameSync(join(made, 'data'), template);
    } catch (error) {
      if (!existsSync(template)) throw error;
    }
    rmSync(made, { recursive: true, force: true });
  }
  copyFolder(template, data);
}

function copyFolder(from: string, to: string): void {
  const [command, args] = asUser('cp', ['-R', from, to]);
  if (spawnSync(command, args).status !== 0) cpSync(from, to, { recursive: true });
}

async function boot(bin: string, args: string[], address: string): Promise<ChildProcess> {
  const [command, all] = asUser(join(bin, 'postgres'), args);
  const child = spawn(command, all, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (said = `${said}${text}`.slice(-2_000)));
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    const isUp = await runOnce(address, 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (isUp) return child;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`PostgreSQL did not answer: ${said}`);
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // A stopped process takes no other signal than these.
  child.kill('SIGCONT');
  child.kill(signal);
  await once(child, 'exit');
}

async function runOnce(address: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
