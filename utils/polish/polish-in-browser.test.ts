import { expect, it } from 'vitest';
import type { PolishRequest } from '#utils/model/polish.ts';
import type { PolishGuide } from './guide-lines.ts';
import { polishInBrowser } from './polish-in-browser.ts';
import { toPrompt } from './to-prompt.ts';

const request: PolishRequest = {
  task: 'soften',
  drafts: ['Descale the kettle with vinegar.'],
  post: { text: 'It blinks.' },
};
const BOUNDARY = 'k7f3a9';

it('asks with the prompt of the server', async () => {
  const asked: unknown[] = [];
  const ask = async (prompt: unknown) => {
    asked.push(prompt);
    return 'Please descale the kettle with vinegar.';
  };
  expect(await polishInBrowser(ask, request, BOUNDARY)).toEqual({
    outcome: 'polished',
    text: 'Please descale the kettle with vinegar.',
    notes: [],
  });
  expect(asked).toEqual([toPrompt(request, BOUNDARY)]);
});

it('tells how the team wants to sound', async () => {
  const asked: unknown[] = [];
  const ask = async (prompt: unknown) => {
    asked.push(prompt);
    return 'Please descale the kettle with vinegar.';
  };
  const guide: PolishGuide = { formality: 'formal', emoji: 'never', use: [], avoid: [] };
  await polishInBrowser(ask, request, BOUNDARY, guide);
  expect(asked).toEqual([toPrompt(request, BOUNDARY, guide)]);
  expect(asked).not.toEqual([toPrompt(request, BOUNDARY)]);
});

it('checks as the server does', async () => {
  const ask = async () => 'Please descale the kettle with vinegar. We will refund you.';
  expect(await polishInBrowser(ask, request, BOUNDARY)).toEqual({
    outcome: 'refused',
    reason: 'unusable',
    fault: 'promise',
  });
});

it('calls a model that throws away', async () => {
  const ask = () => Promise.reject(new Error('gone'));
  expect(await polishInBrowser(ask, request, BOUNDARY)).toEqual({
    outcome: 'refused',
    reason: 'away',
  });
});

it('sends no more text than the server', async () => {
  const ask = () => Promise.reject(new Error('asked'));
  const long = { ...request, drafts: ['a'.repeat(7_000)] };
  expect(await polishInBrowser(ask, long, BOUNDARY)).toMatchObject({ reason: 'tooLong' });
});
