import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../pages/content.ts';
import { callContent, type Tab } from './driver.ts';
import { type Session, type Start, startSession } from './session.ts';

export const editorNames = [
  'textarea',
  'reactTextarea',
  'input',
  'contenteditable',
  'draft',
  'lexicalPlain',
  'lexicalRich',
  'prosemirror',
] as const;
export type EditorName = (typeof editorNames)[number];

/** One browser, the editors to try in it, and whether several of its tabs can hold the focus at once. */
export interface Matrix {
  browser: string;
  path: string | null;
  start: Start;
  editors: readonly EditorName[];
  isParallel: boolean;
}

const LINES = 'Hello there,\nwe have looked into it.\n\nAda of Acme';
const MIXED = 'Thanks 👩‍👩‍👧‍👦 🇺🇳 👍🏽\nשלום, תודה רבה\nمرحبا (Acme) 123';
const LONG = `${'We are sorry that it broke. '.repeat(178)}Write to us.`.padEnd(5_000, '.');
const NOT_TAKEN = 'The reply box did not take the text. It is on your clipboard: press Ctrl+V.';

/** The way that put the text there, alike in Chromium and Firefox. */
const ways: Record<EditorName, string> = {
  textarea: 'command',
  reactTextarea: 'command',
  input: 'command',
  contenteditable: 'command',
  draft: 'paste',
  lexicalPlain: 'paste',
  lexicalRich: 'paste',
  prosemirror: 'paste',
};

/** Boxes whose site can be slow: the others take the browser's typing at once. */
const lateEditors = new Set<EditorName>([
  'reactTextarea',
  'draft',
  'lexicalPlain',
  'lexicalRich',
  'prosemirror',
]);

/** Declares all cases for all editors of one browser. */
export function describeMatrix({ browser, path, start, editors, isParallel }: Matrix): void {
  describe.skipIf(path === null)(`inserting in ${browser}`, { timeout: 20_000 }, () => {
    let session: Session;
    beforeAll(async () => {
      session = await startSession(start, path ?? '');
    }, 60_000);
    afterAll(() => session.close(), 30_000);
    describe.each(editors)('%s', { concurrent: isParallel }, (editor) => {
      describeEditor(editor, () => session);
    });
  });
}

function describeEditor(editor: EditorName, session: () => Session): void {
  /** What the framework is to hold: one line in an input, no blank lines in ProseMirror. */
  const held = (text: string) => {
    if (editor === 'input') return text.replace(/\n+/g, ' ');
    return editor === 'prosemirror' ? text.replace(/\n+/g, '\n') : text;
  };
  const former = editor === 'input' ? 'My old draft' : 'My old\ndraft';

  /** Opens a page that begins with `initial`, inserts, and hands over what came of it. */
  async function insert(initial: string, call: Call, query: Record<string, string> = {}) {
    const tab = await session().open({ editor, initial, ...query });
    const answer = await callContent(tab, call);
    return { tab, answer, state: await readState(tab) };
  }

  it('fills an empty box', async () => {
    const { tab, answer, state } = await insert('', { text: LINES });
    expect(answer).toMatchObject({ outcome: 'inserted', method: ways[editor], advice: '' });
    expect(state).toBe(held(LINES));
    expect(answer.draft).toBe(held(LINES));
    tab.close();
  });

  it('switches the send control on without pressing it', async () => {
    const { tab } = await insert('', { text: LINES });
    expect(await tab.evaluate('document.querySelector("#send").disabled')).toBe(false);
    expect(await tab.evaluate('[page.sends, page.keydowns]')).toEqual([0, 0]);
    tab.close();
  });

  it.each(['@ada_example ', '@ada_example'])('goes behind the mention %j', async (initial) => {
    const { tab, answer, state } = await insert(initial, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(`@ada_example ${LINES}`));
    tab.close();
  });

  it('goes below a former draft', async () => {
    const { tab, answer, state } = await insert(former, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(`${former}\n${LINES}`));
    tab.close();
  });

  it('takes the place of a former draft when asked to', async () => {
    const { tab, answer, state } = await insert(`@ada_example ${former}`, {
      text: LINES,
      replace: true,
    });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(`@ada_example ${LINES}`));
    tab.close();
  });

  it('leaves selected text alone', async () => {
    const tab = await session().open({ editor, initial: former });
    await tab.evaluate('document.querySelector("[contenteditable], #box").focus()');
    await tab.pressWithControl('a');
    const answer = await callContent(tab, { text: LINES });
    expect(answer.outcome).toBe('inserted');
    expect(await readState(tab)).toBe(held(`${former}\n${LINES}`));
    tab.close();
  });

  it('carries emoji and text from right to left', async () => {
    const { tab, answer, state } = await insert('', { text: MIXED });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(held(MIXED));
    tab.close();
  });

  it('carries 5,000 characters', async () => {
    const { tab, answer, state } = await insert('', { text: LONG });
    expect(answer.outcome).toBe('inserted');
    expect(state).toBe(LONG);
    tab.close();
  });

  it('is undone by Ctrl+Z at once', async () => {
    const { tab } = await insert(former, { text: LINES });
    await tab.pressWithControl('z');
    expect(await readState(tab)).toBe(former);
    tab.close();
  });

  it('leaves the caret behind the text', async () => {
    const { tab } = await insert('@ada_example ', { text: LINES });
    await tab.type('!?');
    expect(await readState(tab)).toBe(held(`@ada_example ${LINES}!?`));
    tab.close();
  });

  it('goes in once when asked three times at once', async () => {
    const { tab, answer, state } = await insert('', { text: LINES, times: 3 });
    expect(answer.outcomes).toEqual(['inserted', 'inserted', 'inserted']);
    expect(state).toBe(held(LINES));
    tab.close();
  });

  it('says so when the page swallows everything', async () => {
    const { tab, answer, state } = await insert(former, { text: LINES }, { hostile: '1' });
    expect(answer).toMatchObject({ outcome: 'failed', advice: NOT_TAKEN });
    expect([state, answer.draft]).toEqual([former, former]);
    tab.close();
  });

  it.runIf(lateEditors.has(editor))('waits for a page that takes the text late', async () => {
    const { tab, answer, state } = await insert(former, { text: LINES }, { late: '1500' });
    expect(answer).toMatchObject({ outcome: 'inserted', method: ways[editor] });
    expect(state).toBe(held(`${former}\n${LINES}`));
    tab.close();
  });
}

function readState(tab: Tab): Promise<string> {
  // Frameworks commit after the key that a test has pressed.
  return tab.evaluate(
    'new Promise((resolve) => setTimeout(() => resolve(window.page.readState()), 50))',
  );
}
