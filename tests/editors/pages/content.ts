import { detectEditor } from '#utils/editors/detect.ts';
import { insertDraft } from '#utils/editors/insert-draft.ts';
import type { MethodName } from '#utils/editors/method.ts';
import { methodsOf } from '#utils/editors/methods.ts';
import { readDraft } from '#utils/editors/read-draft.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';

/** What a test asks of the content script, as text: objects do not pass between worlds in every browser. */
export interface Call {
  text?: string;
  replace?: boolean;
  times?: number;
  /** Tries this way alone, to learn what it does to an editor. */
  only?: MethodName;
  /** Puts the text on the clipboard when it could not be inserted, as all callers do. */
  copies?: boolean;
}

// The test page speaks to the content script by events, since both share the document only.
document.addEventListener('hb-call', (event) => {
  void reply(JSON.parse((event as CustomEvent<string>).detail) as Call);
});
document.documentElement.dataset['hearback'] = 'here';

async function reply(call: Call): Promise<void> {
  const detail = JSON.stringify(await answer(call));
  document.dispatchEvent(new CustomEvent('hb-answer', { detail }));
}

async function answer({ text, replace = false, times = 1, only, copies = false }: Call) {
  const place = document.querySelector('#host')?.shadowRoot ?? document;
  const box = place.querySelector<HTMLElement>('#box, .public-DraftEditor-content');
  const submit = document.querySelector<HTMLElement>('#send');
  if (!box) throw new Error('no box');
  const { kind } = detectEditor(box);
  if (only) methodsOf[kind] = [only];
  if (text === undefined) return { kind, draft: readDraft(box) };
  const calls = Array.from({ length: times }, () => insertDraft(box, text, { replace, submit }));
  const outcomes = await Promise.all(calls);
  const isCopied = copies && outcomes[0]?.outcome === 'failed' && (await writeClipboard(text));
  return {
    kind,
    draft: readDraft(box),
    isCopied,
    ...outcomes[0],
    outcomes: outcomes.map((one) => one.outcome),
  };
}
