import type { ParseArgsOptionsConfig } from 'node:util';

/** What a command finds on its line and around it. */
export interface CommandInput {
  /** Options that were given, by name. */
  values: Record<string, string | boolean | undefined>;
  /** What stands behind the command's name. */
  words: string[];
  env: Record<string, string | undefined>;
  print(line: string): void;
}

/** One command of the server's command line. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** What may stand behind the name. */
  usage: string;
  /** What it does and when to use it, in whole lines. */
  help: string;
  options: ParseArgsOptionsConfig;
  /** How many words may stand behind the name; more is an error. */
  wordsMax: number;
  /** Throws `StartError` with words for people. The number is the exit code, 0 when left out. */
  run(input: CommandInput): Promise<number | void>;
}
