import type { QueueProps } from '#components/queue/queue-props.ts';
import { ownViewIds, toOwnView } from '#components/queue/own-views.ts';
import type { Intent } from '#utils/model/intents.ts';
import type { Thread } from '#utils/model/thread.ts';
import {
  countByPart,
  sortItems,
  toBoardTest,
  toNumbers,
  toQueueItem,
} from '#utils/queue/queue-list.ts';
import type { QueueClock, QueueItem } from '#utils/queue/queue-list.ts';
import { aPost, aReply, aThread, GERMAN, HOUR, MINUTE, NOW, RTL } from './samples.ts';

interface Given extends Partial<Omit<Thread, 'post' | 'id'>> {
  nth: number;
  who: string;
  text: string;
  waited: number;
  site?: Thread['post']['site'];
  replies?: Parameters<typeof aReply>[0][];
  intent?: Intent;
  due?: number;
}

/** An item as the board makes them. */
export function anItem(given: Given): QueueItem {
  const { nth, who, text, waited, site = 'x', replies = [], intent = null, due, ...part } = given;
  const post = aPost({
    site,
    id: `${nth}`,
    author: { handle: who.toLowerCase().replaceAll(' ', '_'), name: who },
    text,
    time: NOW - waited,
  });
  const thread = aThread({ post, ...part });
  const clock: QueueClock | null =
    due === undefined ? null : { kind: 'first', warnAt: NOW + due - 30 * MINUTE, dueAt: NOW + due };
  return toQueueItem(
    {
      thread,
      replies: replies.map((reply) => aReply({ threadId: thread.id, ...reply })),
    },
    {
      desks: new Set(['support', 'press']),
      typistOf: (id) => (id === 'x:104' ? 'ben' : null),
      intentOf: () => intent,
      clockOf: () => clock,
    },
    NOW,
  );
}

const route = (part: Partial<NonNullable<Thread['route']>>) => ({ by: 'ana', at: NOW, ...part });

export const queueItems: QueueItem[] = [
  anItem({
    nth: 101,
    who: 'Lena Example',
    text: 'My Acme kettle keeps boiling after it should stop. Third one this year. Is there a fix?',
    waited: 5 * HOUR,
    intent: 'complaint',
    due: -2 * HOUR,
    route: route({ deskId: 'support', priority: 'high' }),
  }),
  anItem({
    nth: 102,
    who: 'Noor Example',
    site: 'reddit',
    text: 'Does the Acme kettle fit a 110 volt socket?',
    waited: 40 * MINUTE,
    intent: 'question',
    due: 20 * MINUTE,
    route: route({ deskId: 'support', assignee: 'me', note: 'She asked us before, see May.' }),
  }),
  anItem({
    nth: 103,
    who: GERMAN,
    site: 'bluesky',
    text: GERMAN,
    waited: 80 * HOUR,
    lapsed: { memberId: 'ben', since: NOW - 3 * HOUR, leaseUntil: NOW - 2 * HOUR },
  }),
  anItem({ nth: 104, who: 'Sam Example', text: 'Acme lid broke', waited: 26 * HOUR }),
  anItem({
    nth: 105,
    who: 'Mia Example',
    text: RTL,
    waited: 3 * MINUTE,
    claim: { memberId: 'ana', fence: 1, since: NOW - 2 * MINUTE, leaseUntil: NOW + 8 * MINUTE },
  }),
  anItem({
    nth: 106,
    who: 'Jo Example',
    site: 'trustpilot',
    text: 'Two weeks for an answer from Acme.',
    waited: 30 * HOUR,
    intent: 'complaint',
    replies: [{ id: 'x:900', at: NOW - 4 * HOUR }],
    followUps: [
      { id: 'x:950', text: 'And when will it come?', permalink: null, at: NOW - 2 * HOUR },
    ],
  }),
  anItem({
    nth: 107,
    who: 'Ada Example',
    text: 'Acme was so kind to me today',
    waited: 2 * HOUR,
    intent: 'praise',
    replies: [{ id: 'x:901', at: NOW - 12 * MINUTE }],
  }),
  anItem({
    nth: 108,
    who: 'Kim Example',
    text: 'Acme’s new office: a question for a story',
    waited: 50 * HOUR,
    intent: 'press',
    route: route({ deskId: 'press' }),
    snooze: { until: NOW + 22 * HOUR, by: 'ana', at: NOW - HOUR },
  }),
];

/** A board as it stands on a busy morning. */
export function queueProps(over: Partial<QueueProps> & { all?: QueueItem[] } = {}): QueueProps {
  const { all = queueItems, ...rest } = over;
  const filter = over.filter ?? toOwnView('open', 'me');
  return {
    now: NOW,
    items: sortItems(all.filter(toBoardTest(filter)), 'urgent'),
    total: all.length,
    isGrowing: false,
    isCut: false,
    counts: countByPart(all, filter),
    numbers: toNumbers(all),
    filter,
    sort: 'urgent',
    views: [
      {
        view: {
          id: 'v1',
          name: 'Complaints on X',
          filter: { ...toOwnView('pressing', 'me'), sites: ['x'], intents: ['complaint'] },
          sort: 'oldest',
        },
        count: 1,
      },
    ],
    ownCounts: new Map(
      ownViewIds.map((id) => [id, all.filter(toBoardTest(toOwnView(id, 'me'))).length]),
    ),
    brands: [
      { id: 'acme', name: 'Acme' },
      { id: 'bolt', name: 'Bolt' },
    ],
    desks: [
      { id: 'press', name: 'Press' },
      { id: 'support', name: 'Support' },
    ],
    teammates: [
      { id: 'me', name: 'Cem' },
      { id: 'ana', name: 'Ana' },
      { id: 'ben', name: 'Ben' },
    ],
    myId: 'me',
    names: { me: 'Cem', ana: 'Ana', ben: 'Ben' },
    chosenId: null,
    onFilter: () => undefined,
    onSort: () => undefined,
    onChoose: () => undefined,
    onAct: async () => ({ done: '1 thread put off.', undo: async () => null }),
    onSaveView: async () => null,
    onRemoveView: async () => null,
    ...rest,
  };
}
