import { isIP } from 'node:net';
import { StartError } from '../start-error.ts';

/** A model that the team's server may ask. Without one it asks nobody. */
export interface ModelSettings {
  /** The whole address of the endpoint. */
  url: string;
  /** Goes into the header of requests to `url` and nowhere else. */
  key: string | null;
  name: string;
  tokensADay: number;
  timeoutMs: number;
}

/** About 100 drafts of ordinary length. */
export const MODEL_TOKENS_A_DAY = 100_000;
/** A person waits for it. */
export const MODEL_TIMEOUT_MS = 15_000;
/** A browser ends a worker whose request is not answered for 30 s. */
const TIMEOUT_MAX_MS = 20_000;

export const modelHelp = `  HEARBACK_MODEL_URL    a language model that may polish drafts, such as https://models.example/v1; none without it
  HEARBACK_MODEL_NAME   what the model is called there
  HEARBACK_MODEL_KEY    its key, if it takes one; it stays on this server
  HEARBACK_MODEL_TOKENS_A_DAY  what a team may use a day (UTC); ${MODEL_TOKENS_A_DAY}
  HEARBACK_MODEL_TIMEOUT_MS    how long it may take; ${MODEL_TIMEOUT_MS}`;

type Env = Record<string, string | undefined>;

/**
 * The model that the environment names; null without `HEARBACK_MODEL_URL`. Throws `StartError` with words that never
 * repeat the key.
 */
export function readModelSettings(env: Env): ModelSettings | null {
  const address = env.HEARBACK_MODEL_URL?.trim();
  if (!address) return null;
  const name = env.HEARBACK_MODEL_NAME?.trim() ?? '';
  if (name === '' || name.length > 200) {
    throw new StartError(
      'HEARBACK_MODEL_NAME is missing. Say what the model is called at HEARBACK_MODEL_URL, or take that away to go without.',
    );
  }
  const key = parseKey(env.HEARBACK_MODEL_KEY);
  return {
    url: parseUrl(address),
    key,
    name,
    tokensADay: parseCount(env, 'HEARBACK_MODEL_TOKENS_A_DAY', MODEL_TOKENS_A_DAY, 1, 1e9),
    timeoutMs: parseCount(
      env,
      'HEARBACK_MODEL_TIMEOUT_MS',
      MODEL_TIMEOUT_MS,
      1_000,
      TIMEOUT_MAX_MS,
    ),
  };
}

function parseKey(value: string | undefined): string | null {
  const key = value?.trim() ?? '';
  if (key === '') return null;
  // What a header does not take would be told in an error, with the key in it.
  if (/^[\u0021-\u007e]{1,1000}$/.test(key)) return key;
  throw new StartError(
    'HEARBACK_MODEL_KEY holds blanks or letters that no key has. Copy it once more, without line breaks.',
  );
}

/** Not repeated in words to people: somebody may have put a key into it. */
function parseUrl(value: string): string {
  const url = URL.parse(value);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new StartError(
      'HEARBACK_MODEL_URL is not a web address such as https://models.example/v1.',
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new StartError(
      'HEARBACK_MODEL_URL holds more than an address. Give the key as HEARBACK_MODEL_KEY, and nothing behind ? or #.',
    );
  }
  if (url.protocol === 'http:' && !isNear(url.hostname)) {
    throw new StartError(
      'HEARBACK_MODEL_URL would send posts and the key readable for everybody on the way. Use https, or a machine of your own network.',
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  return url.href;
}

/** This machine, a private network, or a name without a dot as containers have. */
function isNear(host: string): boolean {
  if (isIP(host) === 4)
    return /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(host);
  if (host.startsWith('[')) return /^\[(?:::1|f[cd]|fe80)/i.test(host);
  return !host.includes('.') || /\.(?:localhost|local|internal|lan)$/i.test(host);
}

function parseCount(env: Env, name: string, usual: number, least: number, most: number): number {
  const value = env[name]?.trim();
  if (!value) return usual;
  const count = Number(value);
  if (/^\d{1,10}$/.test(value) && count >= least && count <= most) return count;
  throw new StartError(`${name} is ${value}. Give a whole number from ${least} to ${most}.`);
}
