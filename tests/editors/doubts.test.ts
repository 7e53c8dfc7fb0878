import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Call } from './pages/content.ts';
import { startChromium } from './support/chromium.ts';
import { callContent } from './support/driver.ts';
import { startFirefox } from './support/firefox.ts';
import { findChromium, findFirefox } from '#scripts/browsers.ts';
import { type Session, type Start, startSession } from './support/session.ts';

const LINES = 'Hello there,\n\nAda of Acme';
const LINE = 'Hello there, Ada of Acme';

interface Started {
  path: string | null;
  start: Start;
  tabs: number;
}

describe.each<[string, Started]>([
  ['Chromium', { path: findChromium(), start: startChromium, tabs: 5 }],
  ['Firefox', { path: findFirefox(), start: startFirefox, tabs: 3 }],
])('in %s', (_, { path, start, tabs }) => {
  // One browser after the other: together they are too many for a small machine.
  describe.skipIf(path === null)('an insertion', { timeout: 30_000, concurrent: true }, () => {
    describeInsertion(() => startSession(start, path ?? '', tabs));
  });
});

function describeInsertion(startOne: () => Promise<Session>): void {
  let session: Session;
  beforeAll(async () => {
    session = await startOne();
  }, 60_000);
  afterAll(() => session.close(), 30_000);

  /** Opens an editor, lets `script` change the page, inserts, and tells what came of it. */
  async function insert(
    { onTestFinished }: TestContext,
    query: Record<string, string>,
    call: Call,
    script = '0',
  ) {
    const tab = await session.open({ initial: '', ...query });
    onTestFinished(() => tab.close());
    await tab.evaluate(`void (${script})`);
    const { outcome, method, advice, draft } = await callContent(tab, call);
    const state = await tab.evaluate<string>('page.readState()');
    return { tab, outcome, method, advice, draft, state };
  }

  it('fails at once in a box that is locked', async (test) => {
    const lock = 'document.querySelector("#box").readOnly = true';
    const done = await insert(test, { editor: 'textarea' }, { text: LINES }, lock);
    expect(done).toMatchObject({ outcome: 'failed', method: 'none', state: '' });
  });

  // One case alone, since all tabs of a browser have one clipboard. Its scripts count as a click, without which both
  // browsers refuse to copy, as they do some seconds later (tried 2026-11-22).
  it("leaves to the person's own Ctrl+V what did not go in", async (test) => {
    const tab = await session.open({ editor: 'quill', shadow: '1', initial: '' });
    test.onTestFinished(() => tab.close());
    await tab.evaluate(`void (() => {
      const other = document.body.appendChild(document.createElement('textarea'));
      other.id = 'other';
      other.focus();
    })()`);
    const answer = await callContent(tab, { text: LINES, copies: true });
    expect(answer).toMatchObject({ outcome: 'failed', isCopied: true });
    expect(answer.advice).toContain('It is on your clipboard');
    await tab.evaluate('document.querySelector("#other").focus()');
    await tab.press('v', 'Control');
    expect(await tab.evaluate('document.querySelector("#other").value')).toBe(LINES);
  });

  it('is unsure when the box takes only a part', async (test) => {
    const limit = 'document.querySelector("#box").maxLength = 10';
    const done = await insert(test, { editor: 'textarea' }, { text: LINES }, limit);
    expect(done).toMatchObject({ outcome: 'unsure', state: 'Hello ther' });
    expect(done.advice).toContain('something else than the draft');
  });

  it('is unsure when the send control stays off', async (test) => {
    const deafen = 'addEventListener("input", (event) => event.stopPropagation(), true)';
    const done = await insert(test, { editor: 'textarea' }, { text: LINES }, deafen);
    expect(done).toMatchObject({ outcome: 'unsure', state: LINES });
    expect(done.advice).toContain('has not noticed it');
  });

  it('is unsure when a send control that is no button stays off', async (test) => {
    const keepOff = keep('#send', 'stuck.ariaDisabled !== "true" && (stuck.ariaDisabled = "true")');
    const done = await insert(test, { editor: 'polymer' }, { text: LINES }, keepOff);
    expect(done).toMatchObject({ outcome: 'unsure', state: LINES });
    expect(done.advice).toContain('has not noticed it');
  });

  it.for([
    ['draft', '.public-DraftEditorPlaceholder-root'],
    ['slate', '[data-slate-placeholder]'],
    ['lexicalPlain', '#box + [aria-hidden]'],
    ['lexicalRich', '#box + [aria-hidden]'],
    ['reddit', '[data-lexical-editor] + [aria-hidden]'],
    ['polymer', '#placeholder-area'],
  ] as const)('is unsure while the placeholder of %s stays', async ([editor, mark], test) => {
    const back = '(stuck.hidden = false, stuck.isConnected || parent.append(stuck))';
    const done = await insert(test, { editor }, { text: LINES }, keep(mark, back));
    expect(done).toMatchObject({ outcome: 'unsure', state: LINES });
    expect(done.advice).toContain('has not noticed it');
  });

  it('takes the placeholder that the style sheet of Trix draws away', async (test) => {
    const drawn = 'getComputedStyle(document.querySelector("#box"), "::before").content';
    const remember = `window.drawn = ${drawn}`;
    const { tab } = await insert(test, { editor: 'trix' }, { text: LINES }, remember);
    // Firefox does not say which words it draws.
    expect(await tab.evaluate('window.drawn')).toMatch(/Write your reply|placeholder/);
    expect(await tab.evaluate(drawn)).toBe('none');
  });

  it('finds a text that stands there already', async (test) => {
    const query = { editor: 'draft', initial: `@ada_example ${LINES}` };
    const done = await insert(test, query, { text: LINES });
    expect(done).toMatchObject({ outcome: 'inserted', method: 'none', state: query.initial });
  });

  it('never types into another box that keeps the focus', async (test) => {
    const trap = `(() => {
      const other = document.body.appendChild(document.createElement('input'));
      other.id = 'other';
      document.addEventListener('focusin', () => other.focus());
    })()`;
    const done = await insert(test, { editor: 'textarea' }, { text: LINES }, trap);
    expect(done).toMatchObject({ outcome: 'inserted', method: 'value', state: LINES });
    expect(await done.tab.evaluate('document.querySelector("#other").value')).toBe('');
  });

  it('reads the box after it has cleared a placeholder made of text', async (test) => {
    const clear = `document.querySelector('#box').addEventListener('focus', (event) => {
      event.target.textContent = '';
    })`;
    const query = { editor: 'contenteditable', initial: 'Write a comment' };
    const done = await insert(test, query, { text: LINES }, clear);
    expect(done).toMatchObject({ outcome: 'inserted', state: LINES });
  });

  it('looks at a box that is too long to be seen whole, and leaves it', async (test) => {
    const long = 'One line of many\n'.repeat(250);
    const done = await insert(test, { editor: 'codemirror', initial: long }, { text: LINES });
    expect(done).toMatchObject({ outcome: 'failed', method: 'none', state: long });
    expect(done.advice).toContain('clipboard');
  });

  it('puts a text in once that becomes too long to be seen whole', async (test) => {
    const long = 'One line of many\n'.repeat(250).trim();
    const first = await insert(test, { editor: 'codemirror' }, { text: long });
    expect(first).toMatchObject({ outcome: 'unsure', state: long });
    const again = await callContent(first.tab, { text: long });
    expect(again.outcome).toBe('failed');
    expect(await first.tab.evaluate('page.readState()')).toBe(long);
  });

  it.for(['tinymce', 'ckeditor4Frame'])(
    'never sets the field that %s hides while it cannot be written in',
    async (editor, test) => {
      const query = { editor, initial: '@ada_example ' };
      const lock = `document.querySelector('iframe').contentDocument.body.contentEditable = 'false'`;
      const field = 'document.querySelector("#box").value';
      const done = await insert(test, query, { text: LINES }, lock);
      expect(done).toMatchObject({ outcome: 'failed', method: 'none', state: query.initial });
      expect(await done.tab.evaluate(field)).not.toContain('Hello');
    },
  );

  it.for<[string, Call & { only: string }]>([
    ['reactTextarea', { only: 'value', text: LINES }],
    ['draft', { only: 'textInput', text: LINES }],
    ['lexicalRich', { only: 'commandOneLine', text: LINE }],
    ['prosemirror', { only: 'commandByLine', text: LINES }],
    ['tiptap', { only: 'commandByLine', text: LINES }],
    ['quill', { only: 'commandOneLine', text: LINE }],
  ])('lands in an empty %s by a later way: %o', async ([editor, call], test) => {
    const done = await insert(test, { editor }, call);
    expect(done).toMatchObject({ outcome: 'inserted', method: call.only, state: call.text });
  });

  it('lands behind a mention in Draft.js by typing one line', async (test) => {
    const query = { editor: 'draft', initial: '@ada_example ' };
    const done = await insert(test, query, { only: 'commandOneLine', text: LINE });
    expect(done).toMatchObject({ outcome: 'inserted', state: `@ada_example ${LINE}` });
  });

  it.for<[string, string, Call]>([
    ['textInput behind other text', '@ada_example ', { only: 'textInput', text: LINE }],
    ['typing several lines', '@ada_example ', { only: 'commandOneLine', text: LINES }],
    ['typing into an empty box', '', { only: 'commandOneLine', text: LINE }],
  ])('leaves out what would harm Draft.js: %s', async ([, initial, call], test) => {
    const done = await insert(test, { editor: 'draft', initial }, call);
    expect(done).toMatchObject({ outcome: 'failed', method: 'none', state: initial });
  });
}

/** A script that does something to an element of the page again after every change around it, as a stuck page does. */
function keep(mark: string, again: string): string {
  return `(() => {
    const stuck = document.querySelector('${mark}');
    const parent = stuck.parentNode;
    const options = { childList: true, subtree: true, attributes: true };
    new MutationObserver(() => ${again}).observe(parent, options);
  })()`;
}
