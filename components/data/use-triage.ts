import { useEffect, useState } from 'preact/hooks';
import { send } from '#utils/messages/send.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { Triage } from '#utils/model/triage.ts';

/** Threads that are asked for at once; no list shows more. */
const ASKED_MAX = 500;

const unknown: Triage = {
  intent: null,
  why: '',
  urgency: 'normal',
  urgencyWhy: '',
  lang: null,
  isUs: null,
};

/**
 * Puts what posts are beside the views that are shown. Asks anew whenever one of them changes, as by a correction: what
 * was learned from it may change the others.
 */
export function useTriage(
  shown: readonly (readonly ThreadView[] | null | undefined)[],
): (views: readonly ThreadView[]) => ThreadView[] {
  const [known, setKnown] = useState<Readonly<Record<string, Triage>>>({});
  const threads = shown.flatMap((views) => views?.map(({ thread }) => thread) ?? []);
  const key = [
    ...new Set(
      threads.map(({ id, outcome, match, post, label }) =>
        JSON.stringify([id, outcome, match.sure, post.text.length, label]),
      ),
    ),
  ].join('\n');

  useEffect(() => {
    const threadIds = [...new Set(threads.map(({ id }) => id))].slice(0, ASKED_MAX);
    if (threadIds.length === 0) return;
    let isCurrent = true;
    send('triage.load', { threadIds })
      .then((found) => isCurrent && setKnown((last) => ({ ...last, ...found })))
      // What is known of them stays; of the others nothing can be said.
      .catch(() => {
        const none = Object.fromEntries(threadIds.map((id) => [id, unknown]));
        if (isCurrent) setKnown((last) => ({ ...none, ...last }));
      });
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what of the threads matters
  }, [key]);

  return (views) =>
    views.map((view) => {
      const triage = known[view.thread.id];
      return triage ? { ...view, triage } : view;
    });
}

/** Those that are probably about somebody else come last; none is left out, and the order stays as it was. */
export function withOthersLast(views: readonly ThreadView[]): ThreadView[] {
  const isOther = ({ triage, thread }: ThreadView) =>
    thread.outcome === 'open' && triage?.isUs === false;
  return [...views.filter((view) => !isOther(view)), ...views.filter(isOther)];
}
