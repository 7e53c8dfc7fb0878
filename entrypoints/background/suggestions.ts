/** Suggestions from a library of any size: what is held in memory is its index, its entries are read as they are needed. */
import { onLibraryWrite } from '#utils/db/library.ts';
import { readEra } from '#utils/db/library-pieces.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Suggestion } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import { keepAwake } from '#utils/platform/keep-awake.ts';
import { logError } from '#utils/platform/log.ts';
import { createRanking, type Ranking, type SuggestContext } from '#utils/replies/suggest.ts';
import { toRuleIntent } from '#utils/triage/rule-intent.ts';
import { learnFromLibrary, toLearnedAnswers, type LearnedAnswers } from './answer-lessons.ts';
import { catchUp, isUpToDate, loadIndex, type KeptIndex } from './library-keeper.ts';
import { createPace } from '#utils/platform/pace.ts';

// A suggestion waits this long for what was written since; a large import goes on beside it.
const WAIT_MS = 150;
// A sync writes page after page: pieces are saved once it has calmed down.
const CALM_MS = 3_000;

export interface SuggestionDesk {
  /** At most three, best first; none when nothing is good enough. */
  suggest(post: Post, context: SuggestContext): Promise<Suggestion[]>;
  /** Brings index and lessons up to the library. */
  catchUp(): Promise<void>;
  /** Does so after each change from now on. Returns how to stop. */
  follow(): () => void;
}

interface Desk {
  kept: KeptIndex;
  answers: LearnedAnswers | null;
  ranking: Ranking;
}

const toRanking = ({ index }: KeptIndex, answers: LearnedAnswers | null) =>
  createRanking(index, { answers: answers?.model ?? null, intentOf: toRuleIntent });

/** The desk of one worker life. Reads nothing until something is asked. `waitMs`: for tests on a busy machine. */
export function createSuggestionDesk(db: HearbackDb, waitMs = WAIT_MS): SuggestionDesk {
  let opened: Promise<Desk> | null = null;
  let indexing: Promise<boolean> | null = null;
  let learning: Promise<void> | null = null;

  const open = async (): Promise<Desk> => {
    const kept = await loadIndex(db);
    const answers = toLearnedAnswers(kept.answers);
    kept.answers = null;
    return {
      kept,
      answers,
      ranking: toRanking(kept, answers),
    };
  };

  /** The desk of the library as it stands: another one after it was emptied. */
  const toDesk = async (): Promise<Desk> => {
    const before = await opened?.catch(() => null);
    if (before && (await readEra(db)) === before.kept.era) return before;
    opened = open();
    return opened;
  };

  const index = async (): Promise<boolean> => {
    const { kept } = await toDesk();
    return catchUp(db, kept, createPace(keepAwake));
  };

  const learn = async (): Promise<void> => {
    const desk = await toDesk();
    const learned = await learnFromLibrary(db, desk.answers, createPace(keepAwake));
    if (!learned) return;
    desk.answers = learned;
    desk.ranking = toRanking(desk.kept, learned);
  };

  // One of each at a time.
  const startIndexing = (): Promise<boolean> => {
    indexing ??= index().finally(() => {
      indexing = null;
    });
    return indexing;
  };
  const startLearning = (): Promise<void> => {
    learning ??= learn().finally(() => {
      learning = null;
    });
    return learning;
  };

  const bringUp = async (): Promise<void> => {
    if (await startIndexing()) await startLearning();
  };
  const logBehind = (error: unknown) => logError('the library’s index is behind', error);

  return {
    async suggest(post, context) {
      let desk = await toDesk();
      if (!(await isUpToDate(db, desk.kept))) {
        bringUp().catch(logBehind);
        const behind = startIndexing().catch(() => undefined);
        await Promise.race([behind, new Promise((resolve) => setTimeout(resolve, waitMs))]);
        desk = await toDesk();
      }
      const { ranking } = desk;
      const shortlist = ranking.shortlist(post, context);
      const ids = [...shortlist.replies, ...shortlist.snippets].map(({ id }) => id);
      const rows = await db.library.bulkGet(ids);
      const entries = new Map(rows.flatMap((row) => (row ? [[row.body.id, row.body]] : [])));
      return ranking.suggest(post, context, shortlist, (id) => entries.get(id));
    },

    catchUp: bringUp,

    follow() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = onLibraryWrite(db, () => {
        clearTimeout(timer);
        timer = setTimeout(() => void bringUp().catch(logBehind), CALM_MS);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
  };
}
