/** The command line of the team server. */
import { parseArgs } from 'node:util';
import type { Command } from './commands/command.ts';
import { commands } from './commands/registry.ts';
import { ServiceError } from './services/service-error.ts';
import { StartError } from './start-error.ts';
import { StoreUnavailableError } from './store/database.ts';

const PROGRAM = 'node server/main.ts';
const isHelp = (word: string | undefined) => word === '--help' || word === '-h' || word === 'help';

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined || (isHelp(name) && rest.length === 0)) return print(toOverview());
  const wanted = isHelp(name) ? (rest[0] ?? '') : name;
  const command = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
  if (!command) throw new StartError(`There is no command ${wanted}.\n\n${toOverview()}`);
  if (isHelp(name) || rest.some((word) => word === '--help' || word === '-h')) {
    return print(toHelp(wanted, command));
  }
  const { values, positionals } = parse(wanted, command, rest);
  const { env } = process;
  const code = await command.run({ values, words: positionals, env, print });
  if (typeof code === 'number') process.exitCode = code;
}

function parse(name: string, { options, wordsMax }: Command, args: string[]) {
  const hint = `\nRun ${PROGRAM} ${name} --help to see what it takes.`;
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new StartError(`${(error as Error).message}${hint}`);
  }
  const extra = parsed.positionals[wordsMax];
  if (extra !== undefined) throw new StartError(`${name} does not know the word ${extra}.${hint}`);
  return {
    positionals: parsed.positionals,
    values: parsed.values as Record<string, string | boolean | undefined>,
  };
}

function toOverview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `Usage: ${PROGRAM} <command>

${lines.join('\n')}

  help <command>, or <command> --help, tells more.`;
}

function toHelp(name: string, { usage, help }: Command): string {
  return `Usage: ${`${PROGRAM} ${name} ${usage}`.trim()}\n\n${help}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${toWords(error)}\n`);
  process.exitCode = 1;
});

/** Words for people; a stack only for what nobody foresaw. */
function toWords(error: unknown): string {
  if (error instanceof StartError || error instanceof ServiceError) return error.message;
  if (error instanceof StoreUnavailableError) {
    return 'The data cannot be used now: it is locked, the disk is full, or the database is away. Try again.';
  }
  return String((error as Error).stack);
}
