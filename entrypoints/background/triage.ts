/**
 * Judges mentions for the views. What it learned from lives as long as this worker and is learned anew from the team's
 * own records whenever these have changed: nothing of it is stored, so what was erased is not remembered.
 */
import { loadSaidThreads, readLessonsMark } from '#utils/db/lessons.ts';
import { loadMeta, saveMeta } from '#utils/db/meta.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Thread } from '#utils/model/thread.ts';
import type { Triage } from '#utils/model/triage.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { createJudge, type Judge, type Verdict } from '#utils/triage/judge.ts';
import { isSaidToBeUs, toLesson } from '#utils/triage/labels.ts';
import { readLanguage } from '#utils/triage/language.ts';
import { readPost, type PostReading } from '#utils/triage/read.ts';
import { toText } from '#utils/triage/to-text.ts';

/** Verdicts and languages that are kept; a list shows fewer threads. */
const KEPT_MAX = 2_000;

export interface TriageDesk {
  /** What posts are, with what people said of them; by thread id, without those that are not known. */
  judge(threadIds: readonly string[]): Promise<Record<string, Triage>>;
  /** The same of threads that need not be on record yet. */
  judgeThreads(threads: readonly Thread[]): Promise<Record<string, Triage>>;
  /** From how many threads it has learned. */
  learnedFrom(): Promise<number>;
  /** Forgets what people said up to `now` (server clock, ms), in this browser. */
  forget(now: number): Promise<void>;
}

interface Known {
  mark: string;
  judge: Judge;
  verdicts: Map<string, Verdict>;
}

/** The desk of one worker life. Reads nothing until something is asked. */
export function createTriageDesk(db: HearbackDb): TriageDesk {
  let known: Promise<Known> | null = null;
  const readings = new Map<string, PostReading>();
  const read = (text: string): PostReading => {
    const reading = readings.get(text) ?? readPost(text);
    keep(readings, text, reading);
    return reading;
  };

  const languages = new Map<string, Promise<string | null>>();

  const learn = async (mark: string): Promise<Known> => {
    const [threads, brands, since] = await Promise.all([
      loadSaidThreads(db),
      db.brands.toArray(),
      loadMeta(db, 'triageSince'),
    ]);
    const lessons = threads.flatMap((thread) => toLesson(thread, since) ?? []);
    const names = new Map(brands.map(({ id, body }) => [id, body.name]));
    return { mark, judge: createJudge(lessons, { brandNames: names, read }), verdicts: new Map() };
  };

  const load = async (): Promise<Known> => {
    const mark = await readLessonsMark(db);
    const before = await known?.catch(() => null);
    if (before?.mark === mark) return before;
    known = learn(mark);
    return known;
  };

  const toLanguage = (text: string): Promise<string | null> => {
    const kept = languages.get(text);
    if (kept) return kept;
    // Its own reading first: the browser's detector is seldom sure of short posts, and not of itself the righter one.
    const read = readLanguage(text);
    const language = read === null ? detectLanguage(text) : Promise.resolve(read);
    keep(languages, text, language);
    return language;
  };

  const toVerdict = ({ judge, verdicts }: Known, thread: Thread): Verdict => {
    const { post } = thread;
    // Whether it is about the brand is asked of those that wait, and of which nobody has said so.
    const isAsked = thread.outcome === 'open' && !isSaidToBeUs(thread);
    const match = isAsked ? thread.match : undefined;
    const key = JSON.stringify([toText(post), match?.brandId, match?.kind, match?.sure]);
    const kept = verdicts.get(key);
    if (kept) return kept;
    const verdict = judge.judge(post, match);
    keep(verdicts, key, verdict);
    return verdict;
  };

  const judgeThreads = async (threads: readonly Thread[]): Promise<Record<string, Triage>> => {
    const state = await load();
    const entries = threads.map(async (thread) => {
      const { label, post } = thread;
      const verdict = toVerdict(state, thread);
      const triage: Triage = {
        ...verdict,
        intent: label?.intent ?? verdict.intent,
        urgency: label?.urgency ?? verdict.urgency,
        lang: label?.lang ?? (await toLanguage(toText(post))),
      };
      return [thread.id, triage] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  };

  return {
    async judge(threadIds) {
      const rows = await db.threads.bulkGet([...threadIds]);
      return judgeThreads(rows.flatMap((row) => (row ? [row.body] : [])));
    },

    judgeThreads,

    async learnedFrom() {
      return (await load()).judge.learnedFrom;
    },

    async forget(now) {
      await saveMeta(db, 'triageSince', now);
      known = null;
    },
  };
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(key, value);
}
