import { useEffect, useRef, useState } from 'preact/hooks';
import type { PolishSource, PolishView, PolishWish } from '#components/thread/polish-view.ts';
import { polishWords } from '#components/thread/polish-words.ts';
import { send } from '#utils/messages/send.ts';
import { noModel, POLISH_POST_MAX } from '#utils/model/polish-limits.ts';
import type { PolishRequest, PolishResponse, PolishStatus } from '#utils/model/polish.ts';
import type { Post } from '#utils/model/post.ts';
import {
  askBuiltInModel,
  findBuiltInModel,
  loadBuiltInModel,
  readBuiltInState,
} from '#utils/platform/built-in-model.ts';
import type { PolishGuide } from '#utils/polish/guide-lines.ts';
import { polishInBrowser } from '#utils/polish/polish-in-browser.ts';
import type { PolishResult } from '#utils/polish/polish-in-browser.ts';
import { toWords } from './use-team-state.ts';

export interface Polish {
  /** Null where no model is switched on. */
  source: PolishSource | null;
  view: PolishView;
  /** Lets the model work on `drafts`, of which the first is the one being written. */
  wish: (wish: PolishWish, drafts: readonly string[], post: Post, limit: number | null) => void;
  /** Loads the browser's model; call it from a person's click. */
  load: () => void;
  /** Ends what is under way, and puts answers and refusals away. */
  forget: () => void;
}

/**
 * The model that may polish the drafts of a thread: the team's, else the browser's own where `usesBuiltIn` says that
 * the person has switched that on; the team's server knows the team's guide, the browser's model is told it. Nobody is asked for either before `isOpen`: a draft is being written.
 */
export function usePolish(
  threadId: string | null,
  isOpen: boolean,
  usesBuiltIn = false,
  readGuide: () => Promise<PolishGuide | null> = () => Promise.resolve(null),
): Polish {
  const [status, setStatus] = useState<PolishStatus>(noModel);
  const [builtIn, setBuiltIn] = useState<PolishSource | null>(null);
  const [view, setView] = useState<PolishView>({ state: 'idle' });
  const turn = useRef(new AbortController());

  const forget = () => {
    turn.current.abort();
    turn.current = new AbortController();
    setView({ state: 'idle' });
  };
  useEffect(() => forget, [threadId]);

  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    send('polish.status', null)
      .then((now) => isCurrent && setStatus(now))
      .catch(() => isCurrent && setStatus(noModel));
    void lookForBuiltIn(usesBuiltIn).then((found) => isCurrent && setBuiltIn(found));
    return () => {
      isCurrent = false;
    };
  }, [isOpen, usesBuiltIn]);

  const { isOn, tokensLeft, resetsAt } = status;
  const source: PolishSource | null = isOn ? { kind: 'team', tokensLeft, resetsAt } : builtIn;

  const ask = async (
    request: PolishRequest,
    signal: AbortSignal,
  ): Promise<PolishResult | PolishResponse> => {
    if (isOn) {
      const answer = await send('polish.ask', request);
      // A refusal without an answer of the server's says nothing of its budget.
      if (answer.status.isOn) setStatus(answer.status);
      return answer;
    }
    const model = findBuiltInModel();
    if (!model || !usesBuiltIn) return { outcome: 'refused', reason: 'off' };
    const boundary = crypto.randomUUID().replaceAll('-', '');
    const { lang } = request;
    if (lang !== undefined && (await readBuiltInState(model, lang)) === 'unavailable') {
      throw new Error(polishWords.noLanguage);
    }
    return polishInBrowser(
      (prompt) => askBuiltInModel(model, prompt, { lang, signal }),
      request,
      boundary,
      await readGuide(),
    );
  };

  return {
    source,
    view,
    forget,
    wish(wish, drafts, post, limit) {
      forget();
      const { signal } = turn.current;
      const [was = ''] = drafts;
      const show = (next: PolishView) => void (signal.aborted || setView(next));
      setView({ state: 'working', wish });
      ask(toRequest(wish, drafts, post, limit), signal)
        .then((answer) => {
          if (answer.outcome === 'polished') {
            const { text, notes } = answer;
            return show({ state: 'done', wish, was, text, notes });
          }
          const { reason, fault } = answer;
          return show({
            state: 'refused',
            wish,
            reason,
            ...(fault === undefined ? {} : { fault }),
          });
        })
        .catch((error: unknown) =>
          show({ state: 'refused', wish, reason: 'away', words: toWords(error) }),
        );
    },
    load() {
      const model = findBuiltInModel();
      if (!model || !usesBuiltIn) return;
      const tell = (share: number | null) =>
        setBuiltIn({ kind: 'browser', state: 'downloading', share });
      tell(null);
      loadBuiltInModel(model, tell)
        .catch(() => null)
        .then(() => lookForBuiltIn(usesBuiltIn))
        .then(setBuiltIn, () => setBuiltIn(null));
    },
  };
}

/** What a draft may be translated into: the customer's language first, then those that the person reads. */
export function toLanguages(postLang: string | undefined): string[] {
  const all = [postLang, ...navigator.languages].filter((lang) => lang !== undefined);
  return [...new Map(all.map((lang) => [lang.split('-')[0], lang])).values()].slice(0, 6);
}

/** Looks, and loads nothing; does not even look unless the person has switched it on. */
async function lookForBuiltIn(usesBuiltIn: boolean): Promise<PolishSource | null> {
  const state = usesBuiltIn ? await readBuiltInState(findBuiltInModel()) : 'absent';
  if (state === 'available' || state === 'downloadable') return { kind: 'browser', state };
  return state === 'downloading' ? { kind: 'browser', state, share: null } : null;
}

function toRequest(
  { task, lang }: PolishWish,
  drafts: readonly string[],
  { text, lang: postLang }: Post,
  limit: number | null,
): PolishRequest {
  return {
    task,
    drafts: task === 'merge' ? drafts.slice(0, 3) : drafts.slice(0, 1),
    post: { text: text.slice(0, POLISH_POST_MAX), ...(isLang(postLang) ? { lang: postLang } : {}) },
    ...(lang === undefined ? {} : { lang }),
    ...(limit === null ? {} : { limit }),
  };
}

/** Pages say all kinds of things of their language. */
function isLang(lang: string | null | undefined): lang is string {
  return lang != null && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}$/u.test(lang);
}
