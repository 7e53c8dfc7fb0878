/**
 * What speaks against a draft, with all that its asker may know: the team's replies of late, customers of these days,
 * the languages. A page may own its content script and ask for anything, so it is told only of what its own site shows
 * (reliability.md T11). What is compared with is made ready once and kept for a while: it is asked with every pause in
 * typing.
 */
import { checkDraft, dismissalKey } from '#utils/checks/check-draft.ts';
import { CHECK_IDS } from '#utils/checks/draft-check.ts';
import type { DraftContext, People, RecentReplies } from '#utils/checks/draft-check.ts';
import { preparePeople, type Person } from '#utils/checks/other-customer.ts';
import { prepareReplies } from '#utils/checks/same-text.ts';
import { readGuide } from '#utils/db/guide.ts';
import { loadMeta } from '#utils/db/meta.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { DraftAdvice } from '#utils/messages/payloads.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { CharacterRule } from '#utils/model/character-rule.ts';
import type { Author } from '#utils/model/post.ts';
import { now } from '#utils/platform/clock.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { countCharacters } from '#utils/replies/count-characters.ts';
import { isOwnHandle, isOwnThread } from './site-guard.ts';

/** Replies that a draft is compared with, the newest of the team. */
const REPLIES_MAX = 500;
/** Threads whose customers are known by name, the newest. */
const THREADS_MAX = 300;
/** What was made ready is good for this long, ms; what was sent meanwhile in the thread itself is looked up anew. */
const READY_MS = 60_000;
/** Askers whose readiness is kept: the panel and the pages that somebody writes in. */
const ASKERS_MAX = 4;

interface Ready {
  recent: RecentReplies;
  people: People;
  ours: string[];
  contacts: string[];
}

export interface DraftChecker {
  /**
   * The weightiest first; nothing for a thread that is not known. `rule`: null while the page is not open. `asker`: of
   * the site that a content script runs in, no other is spoken.
   */
  check(
    threadId: string,
    draft: string,
    rule: CharacterRule | null,
    asker: Sender,
  ): Promise<DraftAdvice[]>;
}

/** Creates the checker of one worker life. */
export function createDraftChecker(db: HearbackDb): DraftChecker {
  const ready = new Map<string, { threadId: string; madeAt: number; state: Promise<Ready> }>();

  const prepare = (threadId: string, asker: Sender): Promise<Ready> => {
    const key = asker.kind === 'page' ? '' : `${asker.kind} ${asker.origin ?? ''}`;
    const known = ready.get(key);
    // Another thread may have been answered since: its own replies must be there.
    if (known?.threadId === threadId && now() - known.madeAt <= READY_MS) return known.state;
    const made = { threadId, madeAt: now(), state: makeReady(db, threadId, asker) };
    ready.delete(key);
    ready.set(key, made);
    const [oldest] = ready.keys();
    if (ready.size > ASKERS_MAX && oldest !== undefined) ready.delete(oldest);
    made.state.catch(() => {
      if (ready.get(key) === made) ready.delete(key);
    });
    return made.state;
  };

  return {
    async check(threadId, draft, rule, asker) {
      const thread = (await db.threads.get(threadId))?.body;
      if (!thread || draft.trim() === '') return [];
      const { post } = thread;
      const text = post.title === undefined ? post.text : `${post.title}\n${post.text}`;
      const [{ recent, people, ours, contacts }, guide, me, asked, said] = await Promise.all([
        prepare(threadId, asker),
        readGuide(db),
        readOwnName(db),
        detectLanguage(text),
        detectLanguage(draft),
      ]);
      const languages = new Map([
        [text, asked],
        [draft, said],
      ]);
      const context: DraftContext = {
        now: now(),
        length: rule && { count: countCharacters(draft, rule), limit: rule.limit },
        post: { text, ...toPerson(post.author) },
        threadId,
        ours,
        publicContacts: contacts,
        recent,
        people,
        languageOf: (one) => languages.get(one) ?? null,
        voice: { guide, me, isDecided: guide.changedAt > 0 },
        dismissed: new Set(CHECK_IDS.filter((id) => guide.checksOff.includes(id))),
      };
      return checkDraft(draft, context).map((one) => ({
        key: dismissalKey(one, draft),
        check: one.id,
        text: one.message,
        isWarning: one.level === 'warning',
      }));
    },
  };
}

async function makeReady(db: HearbackDb, threadId: string, asker: Sender): Promise<Ready> {
  const [library, here, threads, members, brands] = await Promise.all([
    db.library.orderBy('at').reverse().limit(REPLIES_MAX).toArray(),
    db.replies.where('threadId').equals(threadId).toArray(),
    db.threads
      .where('[outcome+seenAt]')
      .between(['open', -Infinity], ['open', Infinity])
      .reverse()
      .limit(THREADS_MAX)
      .toArray(),
    db.members.toArray(),
    db.brands.toArray(),
  ]);
  const saidHere = new Set(here.map(({ id }) => id));
  // The library keeps what was sent under the reply's own key, which begins with its site; of which thread it was only
  // matters for this one.
  const lately = library
    .filter(({ id, body }) => body.kind === 'reply' && !saidHere.has(id) && isOwnThread(asker, id))
    .map(({ body }) => ({ threadId: '', text: body.text, at: body.at }));
  const own = brands.map(({ body }) => body);
  return {
    recent: prepareReplies([
      ...here.map(({ body }) => ({ threadId, text: body.text, at: body.at })),
      ...lately,
    ]),
    people: preparePeople(
      threads
        .filter(({ id }) => isOwnThread(asker, id))
        .map(({ body: { post } }) => toPerson(post.author)),
    ),
    ours: [
      ...own.flatMap(({ name, names, handles }) => [name, ...names, ...handles]),
      ...members.flatMap(({ body: { name, handles } }) => [
        name,
        ...handles
          .filter(({ site, handle }) => asker.kind === 'page' || isOwnHandle(asker, site, handle))
          .map(({ handle }) => handle),
      ]),
    ],
    contacts: own.flatMap(({ domains }) => domains),
  };
}

/** Who signs; empty without a team. */
async function readOwnName(db: HearbackDb): Promise<string> {
  const account = await loadMeta(db, 'account');
  const me = account && (await db.members.get(account.memberId));
  return me?.body.name ?? '';
}

function toPerson({ handle, name }: Author): Person {
  return name === undefined ? { handle } : { handle, name };
}
