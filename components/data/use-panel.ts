import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PanelProps, PanelTab, StoryItem, TeamShows } from '#components/panel/panel-props.ts';
import { readGuide } from '#utils/db/guide.ts';
import { openDb } from '#utils/db/open.ts';
import {
  countDoubledThreads,
  countOpenThreads,
  loadDoubledThreadViews,
  loadMyThreadViews,
  loadOpenThreadViews,
  loadThreadViews,
} from '#utils/db/thread-views.ts';
import type { ViewContext } from '#utils/db/thread-views.ts';
import { noteUsed } from '#utils/db/uses.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import { send } from '#utils/messages/send.ts';
import { openBoard, openOptions } from '#utils/platform/active-tab.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { NOT_COPIED } from '#utils/text/not-copied.ts';
import { actOnThread } from './act-on-thread.ts';
import { toListed, toSaver, toStanding, toTeammates } from './panel-items.ts';
import { useDraft } from './use-draft.ts';
import { useDraftTools } from './use-draft-tools.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useLooks } from './use-looks.ts';
import { useNow } from './use-now.ts';
import { usePageTab } from './use-page-tab.ts';
import { toLanguages, usePolish } from './use-polish.ts';
import { useSetting } from './use-setting.ts';
import { useSuggestions } from './use-suggestions.ts';
import { useRefused } from './use-refused.ts';
import { copyReport, toBlindSites, usePageSites, useSiteHealth } from './use-site-health.ts';
import { useThreadAids } from './use-thread-aids.ts';
import { useTeach } from './use-teach.ts';
import { useTriage, withOthersLast } from './use-triage.ts';
import { attempt, toWords, useTeamState } from './use-team-state.ts';
import { toWatched } from './watched.ts';

const PAGE_SIZE = 50;
/** Double answers that are shown; older ones are history. */
const DOUBLED_SHOWN = 100;
const unknownConnection: Connection = { state: 'alone', asOf: null, clockOffset: 0, waiting: 0 };

/**
 * Everything that popup, side panel and board show and do, for `PanelView` and `BoardView`. Without lists only the chosen
 * thread is read, for views with a list of their own.
 */
export function usePanel(
  firstTab: PanelTab = 'page',
  hasLists = true,
): PanelProps & { chosenId: string | null } {
  const db = openDb();
  const now = useNow();
  const { state, trouble, round } = useTeamState();
  const { tabId, page } = usePageTab(round);
  const { refused, dismiss } = useRefused(round);
  const health = useSiteHealth(now);
  const pageSites = usePageSites(tabId, round);
  const teach = useTeach({ tabId, page }, round);
  const [tab, setTab] = useState<PanelTab>(firstTab);
  const [teamShows, setTeamShows] = useState<TeamShows>('open');
  const [query, setQuery] = useState('');
  const [limits, setLimits] = useState({ team: PAGE_SIZE, stories: PAGE_SIZE });
  const [chosenId, setChosenId] = useState<string | null>(null);

  // A chip asked for its thread.
  const asked = page?.chosen ?? null;
  useEffect(() => {
    if (asked) setChosenId(asked);
  }, [asked]);

  const context = useMemo(
    (): ViewContext => ({
      connection: state?.connection ?? unknownConnection,
      presenceOf: (id) => state?.presence.filter((hint) => hint.threadId === id) ?? [],
    }),
    [state],
  );
  const pageIds = page?.threadIds ?? [];
  const onPage = useLiveQuery(
    () => loadThreadViews(db, pageIds, context),
    [pageIds.join(' '), context],
  );
  const mine = useLiveQuery(
    async () => (hasLists ? loadMyThreadViews(db, context) : []),
    [context],
  );
  const team = useLiveQuery(
    async () =>
      hasLists
        ? {
            views: await loadOpenThreadViews(db, limits.team, context),
            count: await countOpenThreads(db),
          }
        : null,
    [limits.team, context],
  );
  const isLead = state?.me != null && state.me.role !== 'member';
  const doubled = useLiveQuery(
    async () =>
      isLead && hasLists
        ? {
            views: await loadDoubledThreadViews(db, DOUBLED_SHOWN, context),
            count: await countDoubledThreads(db),
          }
        : null,
    [isLead, context],
  );
  const members = useLiveQuery(() => db.members.toArray(), []);
  const chosen = useLiveQuery(
    async () => (chosenId === null ? [] : loadThreadViews(db, [chosenId], context)),
    [chosenId, context],
  );
  const stories = useLiveQuery(
    async () => ({
      rows: await db.stories.orderBy('savedAt').reverse().limit(limits.stories).toArray(),
      count: await db.stories.count(),
      names: Object.fromEntries((await db.members.toArray()).map((row) => [row.id, row.body.name])),
    }),
    [limits.stories],
  );
  const replyIds = chosen.value?.[0]?.replies.map(({ id }) => id) ?? [];
  const inLibrary = useLiveQuery(
    async () => new Set(await db.library.where('id').anyOf(replyIds).primaryKeys()),
    [replyIds.join(' ')],
  );
  const looks = useLooks(context);
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const aids = useThreadAids(chosenId);
  const { kept, discard } = useKeptDraft(chosenId, round);
  const { suggestions, dismiss: dismissSuggestion } = useSuggestions(chosenId, page ? tabId : null);
  const { draft, change, dismissAdvice } = useDraft(chosenId, tabId);
  const tools = useDraftTools(draft, tabId, toStanding(state, members.value ?? []), change);
  const hasModel = useSetting('usesBuiltInModel') === true;
  const polish = usePolish(chosenId, draft !== null, hasModel, () => readGuide(db));

  useEffect(() => {
    if (chosenId === null) return;
    void send('presence.report', { threadId: chosenId, kind: 'looking' }).catch(() => null);
    return () => {
      void send('presence.report', { threadId: chosenId, kind: 'gone' }).catch(() => null);
    };
  }, [chosenId]);

  const judged = useTriage([
    onPage.value,
    mine.value,
    team.value?.views,
    doubled.value?.views,
    chosen.value,
  ]);
  const withTriage = (views: ThreadView[] | null | undefined) =>
    views && withOthersLast(judged(views));

  const choose = (threadId: string | null) => setChosenId(threadId);

  return {
    now,
    chosenId,
    isSetUp: state === null || state.team !== null || (brands.value?.length ?? 1) > 0,
    teamName: state?.team?.name ?? null,
    connection: state?.connection ?? unknownConnection,
    trouble: state?.trouble ?? trouble ?? team.trouble,
    troubleKind: state?.troubleKind ?? null,
    refused,
    page: page === undefined ? 'loading' : page === null ? 'unread' : 'read',
    blind: toBlindSites(health ?? [], pageSites, now),
    // Without a team there is nobody to ask.
    canMend: state !== null && (isLead || state.team === null),
    teach,
    watching: toWatched(brands.value ?? []),
    tab,
    lists: {
      page: toListed(page === null ? [] : page === undefined ? null : withTriage(onPage.value)),
      mine: toListed(withTriage(mine.value)),
      team: {
        items: withTriage(team.value?.views) ?? null,
        count: team.value?.count ?? null,
        hasMore: (team.value?.count ?? 0) > limits.team,
      },
    },
    doubled: isLead
      ? { items: withTriage(doubled.value?.views) ?? null, count: doubled.value?.count ?? null }
      : null,
    teamShows,
    stories: {
      items:
        stories.value?.rows.map(({ body }): StoryItem => ({
          story: body,
          savedByName: toSaver(stories.value?.names ?? {}, state, body.savedBy),
        })) ?? null,
      count: stories.value?.count ?? null,
      hasMore: (stories.value?.count ?? 0) > limits.stories,
    },
    looks,
    query,
    chosen: chosenId === null ? null : (withTriage(chosen.value)?.[0] ?? null),
    suggestions,
    inLibrary: inLibrary.value ?? null,
    aids,
    teammates: toTeammates(members.value ?? [], state),
    kept,
    draft,
    tools,
    polish: {
      source: polish.source,
      view: polish.view,
      langs: toLanguages(chosen.value?.[0]?.thread.post.lang),
      canMerge: (suggestions?.length ?? 0) > 0,
      now: now + (state?.connection.clockOffset ?? 0),
      onWish(wish) {
        const post = chosen.value?.[0]?.thread.post;
        if (!post || !draft) return;
        const others = wish.task === 'merge' ? (suggestions ?? []) : [];
        const drafts = [draft.text, ...others.map(({ text }) => text)];
        polish.wish(wish, drafts, post, draft.count?.limit ?? null);
      },
      onLoad: polish.load,
      onForget: polish.forget,
    },
    onTab: setTab,
    onTeamShows: setTeamShows,
    onQuery: setQuery,
    onMore: (which) =>
      setLimits((last) => ({
        team: last.team + (which === 'team' ? PAGE_SIZE : 0),
        stories: last.stories + (which === 'stories' ? PAGE_SIZE : 0),
      })),
    onChoose: choose,
    onAct: (threadId, act) => actOnThread(threadId, act, tabId, chosen.value?.[0] ?? null),
    onDraft(threadId, text) {
      const used = suggestions?.find((one) => one.text === text);
      if (used) void noteUsed(db, threadId, { entryId: used.entryId, text: used.text });
      change(threadId, text);
    },
    onDismissAdvice: dismissAdvice,
    onDismissSuggestion: dismissSuggestion,
    async onInsert(threadId, text, entryId) {
      if (entryId !== null) void noteUsed(db, threadId, { entryId, text });
      if (tabId === null || page === null) {
        return copyInstead(text, 'Open the post in a tab to insert there.');
      }
      try {
        const result = await send('reply.insert', { tabId, threadId, text });
        if (result.outcome !== 'failed' && result.outcome !== 'notFound') return result;
        const isCopied = await writeClipboard(text);
        return isCopied || result.outcome === 'notFound'
          ? result
          : { ...result, advice: NOT_COPIED };
      } catch (error) {
        return copyInstead(text, toWords(error));
      }
    },
    onCopy: writeClipboard,
    onDiscardKept: discard,
    onDismissRefused: dismiss,
    onRemoveStory: (id) => attempt(() => send('story.remove', { ids: [id] })),
    onCopyReport: (id) => copyReport(id, health?.find((one) => one.id === id) ?? null, now),
    onMend: (id) => void openOptions(`#sites/${encodeURIComponent(id)}`),
    onOpenBoard: () => void openBoard(),
    onOpenOptions: () => void openOptions(state?.team ? '' : '#welcome'),
  };
}

async function copyInstead(text: string, why: string) {
  const isCopied = await writeClipboard(text);
  const advice = isCopied ? `${why} The text is on your clipboard.` : why;
  return { outcome: 'failed' as const, advice };
}
