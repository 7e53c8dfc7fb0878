import { describe, expect, test } from 'vitest';
import {
  askBuiltInModel,
  findBuiltInModel,
  loadBuiltInModel,
  NotLoadedError,
  readBuiltInState,
} from './built-in-model.ts';
import type { BuiltInModel } from './built-in-model.ts';

const prompt = { system: 'Rules.', user: 'Data.' };

/** A browser's model that stands so. What it does is noted. */
function aModel(state: string, answer: () => Promise<string> = async () => 'Hello.') {
  const log: unknown[] = [];
  const model: BuiltInModel = {
    async availability(options) {
      log.push(['availability', options]);
      if (state === 'throws') throw new TypeError('no');
      return state;
    },
    async create({ monitor, ...options }) {
      log.push(['create', options]);
      const target = new EventTarget();
      monitor?.(target);
      for (const loaded of [0, 0.5, 1])
        target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
      return {
        prompt: async (input) => {
          log.push(['prompt', input]);
          return answer();
        },
        destroy: () => void log.push(['destroy']),
      };
    },
  };
  return { model, log };
}

describe('the model', () => {
  test('is found where the browser has it', () => {
    const { model } = aModel('available');
    expect(findBuiltInModel({ LanguageModel: model })).toBe(model);
  });

  test.each([
    {},
    { LanguageModel: undefined },
    { LanguageModel: {} },
    { LanguageModel: () => null },
  ])('is not found in %o', (scope) => {
    expect(findBuiltInModel(scope)).toBeNull();
  });

  test('is not there in a test, as in most browsers', () => {
    expect(findBuiltInModel()).toBeNull();
  });
});

test.each([
  ['available', 'available'],
  ['downloadable', 'downloadable'],
  ['downloading', 'downloading'],
  ['unavailable', 'unavailable'],
  ['throws', 'unavailable'],
  ['after-download', 'unavailable'],
])('a model that says %s is %s, and nothing is loaded for that', async (said, state) => {
  const { model, log } = aModel(said);
  expect(await readBuiltInState(model, 'pt-BR')).toBe(state);
  expect(log).toEqual([
    ['availability', { expectedOutputs: [{ type: 'text', languages: ['pt'] }] }],
  ]);
});

test('no model is absent', async () => {
  expect(await readBuiltInState(null)).toBe('absent');
});

describe('asking', () => {
  test('gives rules and data apart, and lets the session go', async () => {
    const { model, log } = aModel('available');
    expect(await askBuiltInModel(model, prompt)).toBe('Hello.');
    expect(log.slice(1)).toEqual([
      ['create', { initialPrompts: [{ role: 'system', content: 'Rules.' }] }],
      ['prompt', 'Data.'],
      ['destroy'],
    ]);
  });

  test.each(['downloadable', 'downloading', 'unavailable'])(
    'loads nothing where the model is %s',
    async (state) => {
      const { model, log } = aModel(state);
      await expect(askBuiltInModel(model, prompt)).rejects.toThrow(NotLoadedError);
      expect(log).toEqual([['availability', {}]]);
    },
  );

  test('lets the session go after a failure too', async () => {
    const { model, log } = aModel('available', () => Promise.reject(new Error('busy')));
    await expect(askBuiltInModel(model, prompt)).rejects.toThrow('busy');
    expect(log.at(-1)).toEqual(['destroy']);
  });
});

test('loading tells how far it is', async () => {
  const { model, log } = aModel('downloadable');
  const shares: number[] = [];
  await loadBuiltInModel(model, (share) => shares.push(share));
  expect(shares).toEqual([0, 0.5, 1]);
  expect(log.at(-1)).toEqual(['destroy']);
});
