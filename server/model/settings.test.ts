import { expect, it } from 'vitest';
import { StartError } from '../start-error.ts';
import { MODEL_TIMEOUT_MS, MODEL_TOKENS_A_DAY, readModelSettings } from './settings.ts';

const SECRET = 'key-canary-4711';
const env = (over: Record<string, string | undefined> = {}) => ({
  HEARBACK_MODEL_URL: 'https://models.example/v1',
  HEARBACK_MODEL_NAME: 'tiny',
  ...over,
});

/** What people are told. */
function wordsOf(over: Record<string, string | undefined>): string {
  try {
    readModelSettings(env(over));
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return 'taken';
}

it.each([
  [{}],
  [{ HEARBACK_MODEL_KEY: SECRET, HEARBACK_MODEL_NAME: 'tiny' }],
  [{ HEARBACK_MODEL_URL: ' ' }],
])('has no model in %o', (given) => {
  expect(readModelSettings(given)).toBeNull();
});

it('needs an address and a name', () => {
  expect(readModelSettings(env())).toEqual({
    url: 'https://models.example/v1/chat/completions',
    key: null,
    name: 'tiny',
    tokensADay: MODEL_TOKENS_A_DAY,
    timeoutMs: MODEL_TIMEOUT_MS,
  });
});

it('takes all that may be set', () => {
  const given = env({
    HEARBACK_MODEL_KEY: ` ${SECRET}\n`,
    HEARBACK_MODEL_TOKENS_A_DAY: '5000',
    HEARBACK_MODEL_TIMEOUT_MS: '2000',
  });
  expect(readModelSettings(given)).toMatchObject({
    key: SECRET,
    tokensADay: 5_000,
    timeoutMs: 2_000,
  });
});

it.each([
  'https://models.example/v1/chat/completions/',
  'http://localhost:11434/v1',
  'http://127.0.0.1:8080',
  'http://ollama:11434/v1',
  'http://192.168.1.7/v1',
  'http://[::1]:8080/v1',
  'http://gpu.internal/v1',
])('takes the address %s', (url) => {
  const settings = readModelSettings(env({ HEARBACK_MODEL_URL: url }));
  expect(settings?.url).toMatch(/^https?:\/\/[^/]+\/(?:v1\/)?chat\/completions$/);
});

it.each([
  ['HEARBACK_MODEL_NAME', undefined, 'HEARBACK_MODEL_NAME is missing'],
  ['HEARBACK_MODEL_URL', SECRET, 'not a web address'],
  ['HEARBACK_MODEL_URL', `file:///${SECRET}`, 'not a web address'],
  ['HEARBACK_MODEL_URL', `https://me:${SECRET}@models.example/v1`, 'more than an address'],
  ['HEARBACK_MODEL_URL', `https://models.example/v1?key=${SECRET}`, 'more than an address'],
  ['HEARBACK_MODEL_URL', 'http://models.example/v1', 'Use https'],
  ['HEARBACK_MODEL_URL', 'http://8.8.8.8/v1', 'Use https'],
  ['HEARBACK_MODEL_URL', 'http://10.models.example/v1', 'Use https'],
  ['HEARBACK_MODEL_KEY', `${SECRET}\nx`, 'Copy it once more'],
  ['HEARBACK_MODEL_KEY', `${SECRET}ü`, 'Copy it once more'],
  ['HEARBACK_MODEL_TOKENS_A_DAY', '0', 'from 1 to'],
  ['HEARBACK_MODEL_TOKENS_A_DAY', 'many', 'TOKENS_A_DAY is many'],
  ['HEARBACK_MODEL_TIMEOUT_MS', '999', 'from 1000 to 20000'],
  ['HEARBACK_MODEL_TIMEOUT_MS', '60000', 'from 1000 to 20000'],
])('refuses %s %o in words without a key', (name, value, words) => {
  const told = wordsOf({ [name]: value });
  expect(told).toContain(words);
  expect(told).not.toContain(SECRET);
});
