import { openDb } from '#utils/db/open.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { loadThreadViews } from '#utils/db/thread-views.ts';
import type { ViewContext } from '#utils/db/thread-views.ts';
import { createRateLimit } from '#utils/messages/rate-limit.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { now } from '#utils/platform/clock.ts';
import { keepAwake } from '#utils/platform/keep-awake.ts';
import { logError } from '#utils/platform/log.ts';
import { loadSentinel, saveSentinel } from '#utils/platform/sentinel.ts';
import { recordFacts } from '#utils/db/outbox.ts';
import { watchDatabase } from '#utils/sync/database-watch.ts';
import type { DatabaseWatch } from '#utils/sync/database-watch.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';
import type { SyncEngine } from '#utils/sync/engine.ts';
import { toNewsOfFacts } from '#utils/sync/news.ts';
import type { News } from '#utils/sync/news.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { forgetPages } from './forget-pages.ts';
import { createNewsDesk } from './news-desk.ts';
import type { NewsDesk } from './news-desk.ts';
import { learnFromOutcomes } from './suggestion-use.ts';
import { createSuggestionDesk, type SuggestionDesk } from './suggestions.ts';
import { createTabPresence } from './tab-presence.ts';
import type { TabPresence } from './tab-presence.ts';
import { toRouteFacts } from './routes.ts';
import { createTriageDesk, type TriageDesk } from './triage.ts';

/** New threads, replies and stories that one site may bring; nobody reads that many by scrolling (reliability.md T11). */
const NEWS_RATE = { perSecond: 600 / 3_600, burst: 600 };

/** What all handlers share. */
export interface Services {
  db: HearbackDb;
  engine: SyncEngine;
  news: NewsDesk;
  tabPresence: TabPresence;
  suggestions: SuggestionDesk;
  triage: TriageDesk;
  /** Notices when the browser has deleted the database. */
  databaseWatch: DatabaseWatch;
  /** Stores facts, shows them everywhere at once and sends them to the team without waiting for it. */
  record(mutations: readonly Mutation[]): Promise<void>;
  /** The same for what a page told, without what has lost its ground meanwhile, as by leaving the team. */
  recordFromPage(mutations: readonly Mutation[]): Promise<void>;
  /** Counts one piece of news by a page of this origin; false when it brings more than anybody reads. */
  takeNews(origin: string | null): boolean;
  /** As pages may see them: what the team says of a draft among itself is left out. */
  views(threadIds: readonly string[]): Promise<ThreadView[]>;
}

/** Builds the services of one worker life. Opens nothing until something is asked. */
export function createServices(db: HearbackDb = openDb()): Services {
  const viewContext = async (): Promise<ViewContext> => {
    const { memberId } = await engine.context();
    // After a sleep nobody may have told that they are gone.
    engine.presence.expire(now());
    return {
      connection: await engine.connection(),
      presenceOf: (threadId) => engine.presence.of(threadId, memberId),
    };
  };
  const views = async (threadIds: readonly string[]) =>
    (threadIds.length === 0 ? [] : await loadThreadViews(db, threadIds, await viewContext())).map(
      withoutLook,
    );
  const triage = createTriageDesk(db);
  const news = createNewsDesk({ db, views });
  const databaseWatch = watchDatabase(db, { load: loadSentinel, save: saveSentinel });
  const engine = createSyncEngine({
    db,
    fetch: (url, init) => fetch(url, init),
    now,
    random: Math.random,
    keepAwake,
    onRemoved: forgetPages,
    onChange(threadIds) {
      databaseWatch.note().catch((error: unknown) => logError('no sentinel', error));
      news.spread(threadIds);
      news.tellPanels();
      learn(threadIds);
    },
  });
  const record = async (mutations: readonly Mutation[], isFromPage: boolean) => {
    const context = await engine.context();
    const routes = await toRouteFacts({ db, triage }, mutations, context);
    await recordFacts(db, [...mutations, ...routes], context, isFromPage);
    databaseWatch.note().catch((error: unknown) => logError('no sentinel', error));
    const threadIds = toNewsOfFacts(mutations);
    news.spread(threadIds);
    news.tellPanels();
    if (mutations.some(({ kind }) => kind === 'thread.setOutcome')) learn(threadIds);
    void engine.sync();
  };
  /** A teammate may have said how a customer took what was sent here. */
  const learn = (threadIds: News) => {
    if (threadIds?.length === 0) return;
    learnFromOutcomes(db, threadIds)
      .then((told) => (told.length > 0 ? record(told, true) : undefined))
      .catch((error: unknown) => logError('nothing was learned from an outcome', error));
  };
  const newsRate = createRateLimit(NEWS_RATE);
  return {
    db,
    engine,
    news,
    tabPresence: createTabPresence(engine),
    databaseWatch,
    suggestions: createSuggestionDesk(db),
    triage,
    views,
    record: (mutations) => record(mutations, false),
    recordFromPage: (mutations) => record(mutations, true),
    takeNews: (origin) => newsRate.take(origin ?? '', now()),
  };
}

/** A page may own its content script. */
function withoutLook(view: ThreadView): ThreadView {
  const { look: _inside, ...thread } = view.thread;
  return { ...view, thread };
}
