import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Call } from '../pages/content.ts';
import { callContent, type Tab, waitInPage } from './driver.ts';
import { type EditorName, inShadow, lateEditors, ways, withoutBlankLines } from './editors.ts';
import { type Session, type Start, startSession } from './session.ts';

/** One browser, the editors to try in it, and in how many tabs at once. */
export interface Matrix {
  browser: string;
  path: string | null;
  start: Start;
  editors: readonly EditorName[];
  tabs: number;
  /** Where to try a page without the focus: a hidden tab of Firefox slows its timers down to seconds. */
  unfocused: readonly EditorName[];
}

const LINES = 'Hello there,\nwe have looked into it.\n\nAda of Acme';
const MIXED = 'Thanks 👩‍👩‍👧‍👦 🇺🇳 👍🏽\nשלום, תודה רבה\nمرحبا (Acme) 123';
const LONG = `${'We are sorry that it broke. '.repeat(178)}Write to us.`.padEnd(5_000, '.');
// Late enough that a second call could come before the first has landed.
const LATE = { late: '300' };
const GONE =
  'The text was in the reply box and is gone from it. Look whether it was sent before you insert it again.';
const NOT_TAKEN = 'The reply box did not take the text. It is on your clipboard: press Ctrl+V.';

/** Declares all cases for all editors of one browser. */
export function describeMatrix({ browser, path, start, editors, tabs, unfocused }: Matrix): void {
  describe.skipIf(path === null)(`inserting in ${browser}`, { timeout: 30_000 }, () => {
    let session: Session;
    beforeAll(async () => {
      session = await startSession(start, path ?? '', tabs);
    }, 60_000);
    afterAll(() => session.close(), 30_000);
    describe.each(editors)('%s', { concurrent: true }, (editor) => {
      describeEditor(editor, unfocused.includes(editor), () => session);
    });
  });
}

function describeEditor(editor: EditorName, isUnfocused: boolean, session: () => Session): void {
  /** What the framework is to hold: one line in an input, no blank lines in ProseMirror. */
  const held = (text: string) => {
    // One space holds each blank line open.
    if (editor === 'tinymce') return text.replace(/\n(?=\n)/g, '\n ');
    if (isOneLine) return text.replace(/\n+/g, ' ');
    return withoutBlankLines.has(editor) ? text.replace(/\n+/g, '\n') : text;
  };
  const isOneLine = editor === 'input' || editor === 'reactInput';
  const former = isOneLine ? 'My old draft' : 'My old\ndraft';

  async function open(test: TestContext, query: Record<string, string>) {
    const tab = await session().open({ editor, ...query });
    test.onTestFinished(() => tab.close());
    return tab;
  }

  /** Opens a page that begins with `initial`, inserts, and hands over what came of it. */
  async function insert(
    test: TestContext,
    initial: string,
    call: Call,
    query: Record<string, string> = {},
  ) {
    const tab = await open(test, { initial, ...query });
    const answer = await callContent(tab, call);
    return { tab, answer, state: await readState(tab) };
  }

  it('fills an empty box', async (test) => {
    const { answer, state } = await insert(test, '', { text: LINES });
    expect(answer).toMatchObject({ outcome: 'inserted', method: ways[editor], advice: '' });
    expect(state).toBe(held(LINES));
    expect(answer.draft).toBe(held(LINES));
  });

  it('switches the send control on without pressing it', async (test) => {
    const tab = await open(test, { initial: '' });
    expect(await tab.evaluate('page.isSendOff()')).toBe(true);
    await callContent(tab, { text: LINES });
    expect(await tab.evaluate('page.isSendOff()')).toBe(false);
    expect(await tab.evaluate('[page.sends, page.keydowns]')).toEqual([0, 0]);
  });

  it.for(['@ada_example ', '@ada_example'])('goes behind the mention %j', async (initial, test) => {
    const { answer, state } = await insert(test, initial, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(`@ada_example ${LINES}`));
  });

  it('goes below a former draft', async (test) => {
    const { answer, state } = await insert(test, former, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(`${former}\n${LINES}`));
  });

  it('takes the place of a former draft when asked to', async (test) => {
    const { answer, state } = await insert(test, `@ada_example ${former}`, {
      text: LINES,
      replace: true,
    });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(`@ada_example ${LINES}`));
  });

  it('leaves selected text alone', async (test) => {
    const tab = await open(test, { initial: former });
    await tab.evaluate('page.focus()');
    await tab.press('a', 'Control');
    expect(await tab.evaluate('page.readSelected()')).toContain('My old');
    const answer = await callContent(tab, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(await readState(tab)).toBe(held(`${former}\n${LINES}`));
  });

  it.for([
    ['a selected word in the middle', 'Shift', 'old'],
    ['a caret in the middle', undefined, ''],
  ] as const)('keeps all that stands there around %s', async ([, shift, selected], test) => {
    const tab = await open(test, { initial: former });
    await tab.evaluate('page.focus()');
    await tab.press('Home', 'Control');
    for (const _ of 'My ') await tab.press('ArrowRight');
    for (const _ of 'old') await tab.press('ArrowRight', shift);
    expect(await tab.evaluate('page.readSelected()')).toBe(selected);
    const answer = await callContent(tab, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(await readState(tab)).toBe(held(`${former}\n${LINES}`));
  });

  it.runIf(isUnfocused)('lands while the page is without the focus', async (test) => {
    const tab = await open(test, { initial: '@ada_example ' });
    await tab.takeFocus();
    expect(await tab.evaluate('document.hasFocus()')).toBe(false);
    const answer = await callContent(tab, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(await readState(tab)).toBe(held(`@ada_example ${LINES}`));
  });

  it('carries emoji and text from right to left', async (test) => {
    const { answer, state } = await insert(test, '', { text: MIXED });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(MIXED));
  });

  it('carries 5,000 characters', async (test) => {
    const { answer, state } = await insert(test, '', { text: LONG });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(LONG);
  });

  it('is undone by Ctrl+Z at once', async (test) => {
    const { tab } = await insert(test, former, { text: LINES });
    await tab.press('z', 'Control');
    expect(await readState(tab)).toBe(former);
  });

  it('leaves the caret behind the text', async (test) => {
    const { tab } = await insert(test, '@ada_example ', { text: LINES });
    await tab.type('!?');
    expect(await readState(tab)).toBe(held(`@ada_example ${LINES}!?`));
  });

  it('goes in once when asked three times at once', async (test) => {
    const { answer, state } = await insert(test, '', { text: LINES, times: 3 }, LATE);
    expect(answer.outcomes).toEqual(['inserted', 'inserted', 'inserted']);
    expect(state).toBe(held(LINES));
  });

  it.runIf(ways[editor].startsWith('paste'))(
    'never calls it well done when the page pastes it twice',
    async (test) => {
      const { answer } = await insert(test, '', { text: LINES }, { doubled: '1' });
      expect(answer.outcome).toBe('unsure');
      expect(answer.advice).toContain('something else than the draft');
    },
  );

  it.runIf(inShadow.get(editor) === true)('lands inside an open shadow root', async (test) => {
    const mention = '@ada_example ';
    const { tab, answer, state } = await insert(test, mention, { text: LINES }, { shadow: '1' });
    expect(answer).toMatchObject({ outcome: 'inserted', method: ways[editor] });
    expect(state).toBe(held(`@ada_example ${LINES}`));
    await tab.press('z', 'Control');
    expect(await readState(tab)).toBe(mention);
  });

  it.runIf(inShadow.get(editor) === false)('touches nothing in a shadow root', async (test) => {
    const { answer, state } = await insert(test, former, { text: LINES }, { shadow: '1' });
    expect(answer).toMatchObject({ outcome: 'failed', method: 'none', advice: NOT_TAKEN });
    expect(state).toBe(former);
  });

  it('says so when the page swallows everything', async (test) => {
    const { answer, state } = await insert(test, former, { text: LINES }, { hostile: '1' });
    expect(answer).toMatchObject({ outcome: 'failed', advice: NOT_TAKEN });
    expect([state, answer.draft]).toEqual([former, former]);
  });

  it.for([
    [20, ''],
    [100, '@ada_example '],
    [240, ''],
  ] as const)('goes in once when it is sent %i ms later, which leaves %j', async (sent, test) => {
    const [ms, initial] = sent;
    const query = { initial, sent: `${ms}` };
    const tab = await open(test, query);
    const answer = await callContent(tab, { text: LINES, times: 2 });
    await waitInPage(tab, 'page.resets > 0');
    expect(await readState(tab)).toBe(initial);
    expect(await tab.evaluate('page.resets')).toBe(1);
    // What is sent in the very last moments is gone during or after the judgment.
    const isGone = answer.outcome === 'unsure' && answer.advice === GONE;
    expect(isGone || (ms > 200 && ['unsure', 'inserted'].includes(answer.outcome))).toBe(true);
  });

  // Where nothing stands between the browser and the box, nothing can be late.
  if (!lateEditors.has(editor)) return;
  it('waits for a page that takes the text late', async (test) => {
    const { answer, state } = await insert(test, former, { text: LINES }, { late: '1500' });
    expect(answer).toMatchObject({ outcome: 'inserted', method: ways[editor] });
    expect(state).toBe(held(`${former}\n${LINES}`));
  });
}

function readState(tab: Tab): Promise<string> {
  // Frameworks commit after the key that a test has pressed.
  return tab.evaluate(
    'new Promise((resolve) => setTimeout(() => resolve(window.page.readState()), 50))',
  );
}
