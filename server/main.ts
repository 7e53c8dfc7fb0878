/** The command line of the team server: `start`, `invite`. */
import { parseArgs } from 'node:util';
import { startServer, openStore } from './listen.ts';
import { inviteFromConsole } from './services/invites.ts';
import { loadFirstTeam } from './store/teams.ts';
import { StartError } from './start-error.ts';

const usage = `Usage: node server/main.ts <command>

  start     serve the team
              --port 4747                   HEARBACK_PORT
              --host 127.0.0.1
              --data data/hearback.sqlite   HEARBACK_DATA
  invite    print a link for one more person; works beside a running server
              --role member|lead
              --port, --host, --data as for start

HEARBACK_PUBLIC_URL  the address that people reach the server at, when it is behind a proxy
HEARBACK_TEAM        the name of the team that the first start makes
`;

interface Settings {
  port: number;
  host: string;
  data: string;
  role: 'lead' | 'member';
  publicUrl: string | undefined;
}

async function main(): Promise<void> {
  const { command, settings } = readCommand();
  if (command === 'start') await start(settings);
  else if (command === 'invite') await invite(settings);
  else process.stdout.write(usage);
}

async function start({ port, host, data, publicUrl }: Settings): Promise<void> {
  const teamName = process.env.HEARBACK_TEAM;
  const server = await startServer({
    port,
    host,
    data,
    databaseUrl: process.env.DATABASE_URL,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(teamName ? { teamName } : {}),
  });
  const lines = [
    `Hearback serves ${server.url} (data in ${data})`,
    `Practice page: ${server.url}/practice`,
    ...(server.ownerLink === null
      ? []
      : ["Nobody has joined yet. The owner's invite link:", server.ownerLink]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function invite({ port, host, data, role, publicUrl }: Settings): Promise<void> {
  const store = await openStore({ data, databaseUrl: process.env.DATABASE_URL });
  try {
    const team = await loadFirstTeam(store);
    if (!team) throw new StartError('There is no team in this data yet. Run start first.');
    const { link } = await inviteFromConsole(
      store,
      team.id,
      role,
      publicUrl ?? `http://${host}:${port}`,
    );
    process.stdout.write(`${link}\n`);
  } finally {
    await store.close();
  }
}

function readCommand(): { command: string | undefined; settings: Settings } {
  const { env } = process;
  const { values, positionals } = parseArguments();
  const role = values.role ?? 'member';
  if (role !== 'lead' && role !== 'member') throw new StartError('--role is lead or member.');
  return {
    command: positionals[0],
    settings: {
      port: parsePort(values.port ?? env.HEARBACK_PORT ?? '4747'),
      host: values.host ?? '127.0.0.1',
      data: values.data ?? env.HEARBACK_DATA ?? 'data/hearback.sqlite',
      role,
      publicUrl: parsePublicUrl(env.HEARBACK_PUBLIC_URL),
    },
  };
}

function parseArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { port: text, host: text, data: text, role: text },
    });
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${usage}`);
  }
}

function parsePort(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartError(`${value} is not a port. Give a number up to 65535.`);
}

function parsePublicUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const url = URL.parse(value);
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.origin;
  throw new StartError(
    'HEARBACK_PUBLIC_URL is not a web address such as https://hearback.example.',
  );
}

main().catch((error: unknown) => {
  const text = error instanceof StartError ? error.message : String((error as Error).stack);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
