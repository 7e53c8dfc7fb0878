import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Call } from './pages/content.ts';
import { startChromium } from './support/chromium.ts';
import { callContent } from './support/driver.ts';
import { findChromium } from '#scripts/browsers.ts';
import { type Session, startSession } from './support/session.ts';

const path = findChromium();
const LINES = 'Hello there,\n\nAda of Acme';
const LINE = 'Hello there, Ada of Acme';

describe.skipIf(path === null)('an insertion', { timeout: 30_000, concurrent: true }, () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(startChromium, path ?? '', 5);
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
});
