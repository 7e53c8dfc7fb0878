import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type {
  Draft,
  Listed,
  PanelProps,
  PanelTab,
  StoryItem,
} from '#components/panel/panel-props.ts';
import type { ThreadAct } from '#components/thread/thread-act.ts';
import { loadDraft, saveDraft } from '#utils/db/drafts.ts';
import { openDb } from '#utils/db/open.ts';
import {
  countOpenThreads,
  loadMyThreadViews,
  loadOpenThreadViews,
  loadThreadViews,
} from '#utils/db/thread-views.ts';
import type { ViewContext } from '#utils/db/thread-views.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import { send } from '#utils/messages/send.ts';
import { openOptions, openTab } from '#utils/platform/active-tab.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useNow } from './use-now.ts';
import { usePageTab } from './use-page-tab.ts';
import { useSuggestions } from './use-suggestions.ts';
import { useRefused } from './use-refused.ts';
import { attempt, toWords, useTeamState } from './use-team-state.ts';
import { toWatched } from './watched.ts';

const PAGE_SIZE = 50;
const unknownConnection: Connection = { state: 'alone', asOf: null, clockOffset: 0, waiting: 0 };

/** Everything that popup and side panel show and do, for `PanelView`. */
export function usePanel(): PanelProps {
  const db = openDb();
  const now = useNow();
  const { state, trouble, round } = useTeamState();
  const { tabId, page } = usePageTab(round);
  const { refused, dismiss } = useRefused(round);
  const [tab, setTab] = useState<PanelTab>('page');
  const [query, setQuery] = useState('');
  const [limits, setLimits] = useState({ team: PAGE_SIZE, stories: PAGE_SIZE });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);

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
  const mine = useLiveQuery(() => loadMyThreadViews(db, context), [context]);
  const team = useLiveQuery(
    async () => ({
      views: await loadOpenThreadViews(db, limits.team, context),
      count: await countOpenThreads(db),
    }),
    [limits.team, context],
  );
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
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const suggestions = useSuggestions(chosenId, page ? tabId : null);

  useEffect(() => {
    setDraft(null);
    if (chosenId === null) return;
    let isCurrent = true;
    void loadDraft(db, chosenId).then((text) => {
      if (isCurrent && text !== null) setDraft({ threadId: chosenId, text, count: null });
    });
    void send('presence.report', { threadId: chosenId, kind: 'looking' }).catch(() => null);
    return () => {
      isCurrent = false;
      void send('presence.report', { threadId: chosenId, kind: 'gone' }).catch(() => null);
    };
  }, [chosenId, db]);

  // The site's own count follows the text; an answer that comes late is dropped.
  const counting = useRef(0);
  const draftText = draft?.text ?? null;
  useEffect(() => {
    if (draftText === null || tabId === null) return;
    counting.current += 1;
    const turn = counting.current;
    send('reply.count', { tabId, text: draftText })
      .then((count) => {
        if (turn === counting.current) setDraft((last) => (last ? { ...last, count } : last));
      })
      .catch(() => null);
  }, [draftText, tabId]);

  const choose = (threadId: string | null) => setChosenId(threadId);
  const changeDraft = (threadId: string, text: string | null) => {
    void saveDraft(db, threadId, text);
    setDraft((last) => (text === null ? null : { threadId, text, count: last?.count ?? null }));
  };

  return {
    now,
    isSetUp: state === null || state.team !== null || (brands.value?.length ?? 1) > 0,
    teamName: state?.team?.name ?? null,
    connection: state?.connection ?? unknownConnection,
    trouble: state?.trouble ?? trouble ?? team.trouble,
    refused,
    page: page === undefined ? 'loading' : page === null ? 'unread' : 'read',
    watching: toWatched(brands.value ?? []),
    tab,
    lists: {
      page: toListed(page === null ? [] : page === undefined ? null : onPage.value),
      mine: toListed(mine.value),
      team: {
        items: team.value?.views ?? null,
        count: team.value?.count ?? null,
        hasMore: (team.value?.count ?? 0) > limits.team,
      },
    },
    stories: {
      items:
        stories.value?.rows.map(({ body }): StoryItem => ({
          story: body,
          savedByName: stories.value?.names[body.savedBy] ?? '',
        })) ?? null,
      count: stories.value?.count ?? null,
      hasMore: (stories.value?.count ?? 0) > limits.stories,
    },
    query,
    chosen: chosenId === null ? null : (chosen.value?.[0] ?? null),
    suggestions,
    draft,
    onTab: setTab,
    onQuery: setQuery,
    onMore: (which) =>
      setLimits((last) => ({
        team: last.team + (which === 'team' ? PAGE_SIZE : 0),
        stories: last.stories + (which === 'stories' ? PAGE_SIZE : 0),
      })),
    onChoose: choose,
    onAct: (threadId, act) => carryOut(threadId, act, tabId, chosen.value?.[0] ?? null),
    onDraft: changeDraft,
    async onInsert(threadId, text) {
      if (tabId === null || page === null) {
        return copyInstead(text, 'Open the post in a tab to insert there.');
      }
      try {
        const result = await send('reply.insert', { tabId, threadId, text });
        if (result.outcome === 'failed' || result.outcome === 'notFound') {
          await writeClipboard(text);
        }
        return result;
      } catch (error) {
        return copyInstead(text, toWords(error));
      }
    },
    onDismissRefused: dismiss,
    onRemoveStory: (id) => attempt(() => send('story.remove', { id })),
    onOpenOptions: () => void openOptions(state?.team ? '' : '#welcome'),
  };
}

function toListed(views: ThreadView[] | null): Listed<ThreadView> {
  return { items: views, count: views?.length ?? null };
}

async function copyInstead(text: string, why: string) {
  const isCopied = await writeClipboard(text);
  const advice = isCopied ? `${why} The text is on your clipboard.` : why;
  return { outcome: 'failed' as const, advice };
}

async function carryOut(
  threadId: string,
  act: ThreadAct,
  tabId: number | null,
  view: ThreadView | null,
): Promise<string | null> {
  try {
    switch (act.kind) {
      case 'claim':
        return (await send('thread.claim', { threadId })).refused;
      case 'release':
        return (await send('thread.release', { threadId })).refused;
      case 'takeOver':
        return (await send('thread.takeOver', { threadId })).refused;
      case 'reopen':
        return (await send('thread.reopen', { threadId })).refused;
      case 'setAside':
        return (await send('thread.setAside', { threadId, reason: act.reason })).refused;
      case 'confirm':
        return (await send('thread.confirm', { threadId, isUs: act.isUs })).refused;
      case 'saveStory': {
        const { note, tags } = act;
        return (await send('story.save', { threadId, note, tags })).refused;
      }
      case 'reveal':
        return await reveal(threadId, tabId, view);
      case 'copyLink': {
        const link = view?.thread.post.permalink;
        if (!link) return 'This post has no address of its own.';
        return (await writeClipboard(link)) ? null : 'Your browser did not allow copying.';
      }
    }
  } catch (error) {
    return toWords(error);
  }
}

/** Scrolls to the post where it is on the page, else opens its address. */
async function reveal(
  threadId: string,
  tabId: number | null,
  view: ThreadView | null,
): Promise<string | null> {
  const isShown =
    tabId !== null && (await send('page.reveal', { tabId, threadId }).catch(() => false));
  if (isShown) return null;
  const link = view?.thread.post.permalink;
  if (!link) return 'This post has no address of its own. Find it on its site.';
  await openTab(link);
  return null;
}
