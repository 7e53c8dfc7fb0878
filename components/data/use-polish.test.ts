// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noModel } from '#utils/model/polish-limits.ts';
import type { PolishRequest } from '#utils/model/polish.ts';
import { browser } from '#utils/platform/browser.ts';
import type { BuiltInModel } from '#utils/platform/built-in-model.ts';
import type { PolishGuide } from '#utils/polish/guide-lines.ts';
import { aPost } from '#tests/support/builders.ts';
import { usePolish } from './use-polish.ts';

interface Sent {
  name: string;
  request: PolishRequest | null;
}
const status = { isOn: true, tokensADay: 1_000, tokensLeft: 400, resetsAt: 5 };
const draft = 'Descale the kettle with vinegar.';
const post = aPost({ text: 'It blinks.', lang: 'en-US' });

let sent: Sent[];
/** What the background answers, by the message's name. */
let answers: Record<string, unknown>;
/** What the browser's model was told to do. */
let asked: string[];
/** How often it was looked for. */
let looks = 0;

/** Gives the browser a model that stands so. */
function haveBuiltIn(
  state: string | ((lang?: string) => string),
  answer: (prompt: string) => Promise<string> = async () => `Please: ${draft}`,
) {
  const model: BuiltInModel = {
    availability: async ({ expectedOutputs }) => {
      looks += 1;
      return typeof state === 'string' ? state : state(expectedOutputs?.[0]?.languages[0]);
    },
    create: async () => {
      asked.push('create');
      return { prompt: answer, destroy: () => undefined };
    },
  };
  vi.stubGlobal(
    'LanguageModel',
    Object.assign(() => undefined, model),
  );
}

beforeEach(() => {
  vi.restoreAllMocks();
  sent = [];
  asked = [];
  looks = 0;
  answers = { 'polish.status': noModel };
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async (message: Sent) => {
    sent.push(message);
    const value = answers[message.name];
    return value instanceof Error
      ? { ok: false, error: { code: 'x', message: value.message } }
      : { ok: true, value };
  }) as never);
});
afterEach(() => {
  cleanup();
  // Not `unstubAllGlobals`: the fake browser is such a global too.
  Reflect.deleteProperty(globalThis, 'LanguageModel');
});

/** Lets all that is under way come to its end: nothing waits for a clock. */
const settle = () => act(() => new Promise<void>((resolve) => void setTimeout(resolve)));
const names = () => sent.map(({ name }) => name);

test('nobody is asked before a draft is open', async () => {
  haveBuiltIn('available');
  renderHook(() => usePolish('x:1', false, true));
  await settle();
  expect([sent, asked, looks]).toEqual([[], [], 0]);
});

test('without a model there is nothing to show, though the browser has one', async () => {
  haveBuiltIn('available');
  const { result } = renderHook(() => usePolish('x:1', true));
  await waitFor(() => expect(names()).toEqual(['polish.status']));
  await settle();
  expect(result.current.source).toBeNull();
  act(() => result.current.load());
  act(() => result.current.wish({ task: 'shorten' }, [draft], post, null));
  await waitFor(() => expect(result.current.view).toMatchObject({ reason: 'off' }));
  expect([names(), asked, looks]).toEqual([['polish.status'], [], 0]);
});

test('the team’s model is asked for one draft, and says what is left', async () => {
  answers = {
    'polish.status': status,
    'polish.ask': {
      outcome: 'polished',
      text: 'Descale it.',
      notes: [],
      status: { ...status, tokensLeft: 300 },
    },
  };
  const { result } = renderHook(() => usePolish('x:1', true));
  await waitFor(() => expect(result.current.source).toMatchObject({ tokensLeft: 400 }));
  act(() => result.current.wish({ task: 'shorten' }, [draft, 'Another.'], post, 280));
  expect(result.current.view.state).toBe('working');
  await waitFor(() =>
    expect(result.current.view).toMatchObject({ state: 'done', was: draft, text: 'Descale it.' }),
  );
  expect(sent[1]?.request).toEqual({
    task: 'shorten',
    drafts: [draft],
    post: { text: 'It blinks.', lang: 'en-US' },
    limit: 280,
  });
  expect(result.current.source).toMatchObject({ tokensLeft: 300 });
});

test('merging takes the other drafts along', async () => {
  answers = {
    'polish.status': status,
    'polish.ask': { outcome: 'refused', reason: 'busy', status },
  };
  const { result } = renderHook(() => usePolish('x:1', true));
  await waitFor(() => expect(result.current.source).not.toBeNull());
  act(() => result.current.wish({ task: 'merge' }, ['a', 'b', 'c', 'd'], post, null));
  await waitFor(() => expect(result.current.view).toMatchObject({ reason: 'busy' }));
  expect(sent[1]?.request?.drafts).toEqual(['a', 'b', 'c']);
});

test('what the background says in words is shown in them', async () => {
  answers = { 'polish.status': status, 'polish.ask': new Error('Join the team again.') };
  const { result } = renderHook(() => usePolish('x:1', true));
  await waitFor(() => expect(result.current.source).not.toBeNull());
  act(() => result.current.wish({ task: 'shorten' }, [draft], post, null));
  await waitFor(() => expect(result.current.view).toMatchObject({ words: 'Join the team again.' }));
});

test('the browser’s model is told how the team wants to sound', async () => {
  const prompts: string[] = [];
  haveBuiltIn('available', async (prompt) => {
    prompts.push(prompt);
    return `Please: ${draft}`;
  });
  const guide: PolishGuide = { formality: 'formal', emoji: 'never', use: [], avoid: [] };
  const { result } = renderHook(() => usePolish('x:1', true, true, async () => guide));
  await waitFor(() => expect(result.current.source).not.toBeNull());
  act(() => result.current.wish({ task: 'soften' }, [draft], post, null));
  await waitFor(() => expect(prompts).toHaveLength(1));
  expect(prompts[0]).toContain('Use no emoji.');
});

test('an answer that comes after it was stopped is dropped', async () => {
  haveBuiltIn('available');
  const { result } = renderHook(() => usePolish('x:1', true, true));
  await waitFor(() => expect(result.current.source).not.toBeNull());
  act(() => result.current.wish({ task: 'soften' }, [draft], post, null));
  act(() => result.current.forget());
  await waitFor(() => expect(asked).toEqual(['create']));
  await settle();
  expect(result.current.view).toEqual({ state: 'idle' });
});

test('an answer to another thread is dropped', async () => {
  answers = {
    'polish.status': status,
    'polish.ask': { outcome: 'polished', text: 'b', notes: [], status },
  };
  const { result, rerender } = renderHook(({ id }) => usePolish(id, true), {
    initialProps: { id: 'x:1' },
  });
  await waitFor(() => expect(result.current.source).not.toBeNull());
  act(() => result.current.wish({ task: 'soften' }, [draft], post, null));
  rerender({ id: 'x:2' });
  await settle();
  expect(result.current.view).toEqual({ state: 'idle' });
});

test('the browser’s model works where the person has switched it on, and its answer is checked', async () => {
  haveBuiltIn('available', async () => `${draft} We will refund you.`);
  const { result } = renderHook(() => usePolish('x:1', true, true));
  await waitFor(() =>
    expect(result.current.source).toEqual({ kind: 'browser', state: 'available' }),
  );
  act(() => result.current.wish({ task: 'soften' }, [draft], post, null));
  await waitFor(() =>
    expect(result.current.view).toMatchObject({ reason: 'unusable', fault: 'promise' }),
  );
  expect(names()).toEqual(['polish.status']);
});

test('a language that the browser’s model does not write is said in words', async () => {
  haveBuiltIn((lang) => (lang === 'de' ? 'unavailable' : 'available'));
  const { result } = renderHook(() => usePolish('x:1', true, true));
  await waitFor(() => expect(result.current.source).toMatchObject({ state: 'available' }));
  act(() => result.current.wish({ task: 'translate', lang: 'de' }, [draft], post, null));
  await waitFor(() =>
    expect(result.current.view).toMatchObject({ words: expect.stringContaining('does not write') }),
  );
  expect(asked).toEqual([]);
});

test('the browser’s model is loaded by a click alone', async () => {
  haveBuiltIn('downloadable');
  const { result } = renderHook(() => usePolish('x:1', true, true));
  await waitFor(() => expect(result.current.source).toMatchObject({ state: 'downloadable' }));
  act(() => result.current.wish({ task: 'soften' }, [draft], post, null));
  await waitFor(() => expect(result.current.view).toMatchObject({ reason: 'away' }));
  expect(asked).toEqual([]);
  act(() => result.current.load());
  expect(result.current.source).toMatchObject({ state: 'downloading' });
  await waitFor(() => expect(asked).toEqual(['create']));
});
