import type { PanelProps } from '#components/panel/panel-props.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { GERMAN, NOW, viewsByState } from './samples.ts';

const done = async () => null;

const suggestions = [
  {
    entryId: 'one',
    text: 'Hi Lena, a kettle that goes on boiling has a worn switch. We send you a new one today: tell us your order number in a direct message.',
    confidence: 0.92,
    count: { used: 137, limit: 280 },
    reason: 'Ana’s answer to the same fault, 3 May; the customer was happy.',
    changes: ['Greets back, as they did', 'No emoji: they used none', 'Signed ^MK, team’s guide'],
  },
  {
    entryId: 'two',
    text: 'Thanks for telling us. Does it stop when you lift the lid?',
    confidence: 0.71,
    count: { used: 312, limit: 280 },
    reason: 'Snippet “Kettle: first question”.',
  },
];

const snippets = [
  { entryId: 's1', title: 'Order number', text: 'What is your order number, Lena?' },
  {
    entryId: 's2',
    title: 'Boil-dry reset',
    text: 'Hold the button under the lid for five seconds.',
  },
  { entryId: 's3', title: GERMAN, text: `${GERMAN}, ${GERMAN}` },
];

/** A filled panel on a page with five mentions. */
export function panelProps(over: Partial<PanelProps> = {}): PanelProps {
  const items = toItems([
    viewsByState.open,
    viewsByState.looking,
    viewsByState.theirs,
    viewsByState.answered,
    viewsByState.unsure,
  ]);
  return {
    now: NOW,
    isSetUp: true,
    teamName: 'Acme Care',
    connection: { state: 'live', asOf: NOW, clockOffset: 0, waiting: 0 },
    trouble: null,
    troubleKind: null,
    refused: [],
    page: 'read',
    blind: [],
    canMend: false,
    teach: null,
    watching: ['Acme', '@acmecare'],
    tab: 'page',
    lists: {
      page: { items, count: items.length },
      mine: { items: [], count: 0 },
      team: { items, count: 17, hasMore: true },
    },
    doubled: null,
    teamShows: 'open',
    stories: { items: [], count: 0 },
    looks: [],
    inLibrary: new Set(),
    query: '',
    chosen: null,
    suggestions,
    teammates: [
      { id: 'ana', name: 'Ana', isHere: true },
      { id: 'ben', name: 'Ben', isHere: false },
      { id: 'max', name: GERMAN, isHere: true },
    ],
    aids: {
      tags: ['kettle', 'late delivery', 'lid'],
      campaigns: ['Autumn'],
      request: null,
      partners: [],
    },
    kept: null,
    draft: null,
    onTab: () => undefined,
    onTeamShows: () => undefined,
    onQuery: () => undefined,
    onMore: () => undefined,
    onChoose: () => undefined,
    onAct: done,
    onDraft: () => undefined,
    onInsert: async () => ({ outcome: 'inserted', advice: '' }),
    onDismissAdvice: () => undefined,
    onDismissSuggestion: () => undefined,
    tools: {
      onFindSnippets: async () => snippets,
      onSnippetUsed: () => undefined,
      checks: { canSetOff: false, leads: ['Ana', 'Ben'] },
      onCheckOff: done,
      offersLook: false,
      tooLong: null,
      split: null,
      onSplit: () => undefined,
      onJoin: () => undefined,
    },
    polish: {
      source: null,
      view: { state: 'idle' },
      langs: [],
      canMerge: false,
      now: NOW,
      onWish: () => undefined,
      onLoad: () => undefined,
      onForget: () => undefined,
    },
    onCopy: async () => true,
    onDiscardKept: () => undefined,
    onDismissRefused: done,
    onRemoveStory: done,
    onCopyReport: async () => true,
    onMend: () => undefined,
    onOpenBoard: () => undefined,
    onOpenOptions: () => undefined,
    ...over,
  };
}

/** The same views, each as a thread of its own. */
export function toItems(views: ThreadView[]): ThreadView[] {
  return views.map((view, at) => ({ ...view, thread: { ...view.thread, id: `x:${at}` } }));
}
