import type { ParseArgsOptionsConfig } from 'node:util';
import { StartError } from '../start-error.ts';
import type { CommandInput } from './command.ts';
import { readText } from './place.ts';

/** Options that say where the server listens, for the links that are made from it. */
export const addressOptions = {
  port: { type: 'string' },
  host: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

export const addressHelp = `  --port 4747     or HEARBACK_PORT
  --host 127.0.0.1
  HEARBACK_PUBLIC_URL   the address that people reach the server at, when it is behind a proxy`;

export interface ListenAddress {
  port: number;
  host: string;
  publicUrl: string | undefined;
}

/** Where the server listens, and where people reach it. */
export function readAddress(input: CommandInput): ListenAddress {
  const { env } = input;
  return {
    port: parsePort(readText(input, 'port') ?? env.HEARBACK_PORT ?? '4747'),
    host: readText(input, 'host') ?? '127.0.0.1',
    publicUrl: parsePublicUrl(env.HEARBACK_PUBLIC_URL),
  };
}

/** The origin that links start with. */
export function toPublicUrl({ port, host, publicUrl }: ListenAddress): string {
  return publicUrl ?? `http://${host}:${port}`;
}

/** A whole number that an environment variable holds; undefined when it is not set. */
export function readCount(input: CommandInput, name: string): number | undefined {
  const value = input.env[name];
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new StartError(`${name} is ${value}. Give a whole number.`);
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
