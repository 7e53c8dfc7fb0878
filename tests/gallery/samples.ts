import type { Post } from '#utils/model/post.ts';
import type { Look } from '#utils/model/look.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';

/** The moment at which the gallery and the component tests look: a Tuesday in May, 10:40 UTC. */
export const NOW = Date.UTC(2026, 4, 5, 10, 40);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const GERMAN = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel';
export const RTL = 'السلام عليكم، غلاية أكمي لا تتوقف عن الغليان';
export const HTML = '<img src=x onerror="document.title=1"><b>Acme</b>';
export const LONG_NAME = 'Acme'.repeat(2_500);

export function aPost(over: Partial<Post> = {}): Post {
  return {
    site: 'x',
    id: '1001',
    author: { handle: 'lena_example', name: 'Lena Example' },
    text: 'My Acme kettle keeps boiling after it should stop. Third one this year. Is there a fix?',
    permalink: 'https://x.com/lena_example/status/1001',
    time: NOW - 2 * HOUR,
    parentId: null,
    lang: 'en',
    ...over,
  };
}

export function aThread(over: Partial<Thread> = {}): Thread {
  const post = over.post ?? aPost();
  return {
    id: `${post.site}:${post.id}`,
    post,
    match: {
      brandId: 'acme',
      matched: 'Acme',
      kind: 'name',
      sure: true,
      reason: '"Acme" with "kettle" near it',
    },
    seenBy: 'ana',
    seenAt: NOW - 2 * HOUR,
    outcome: 'open',
    claim: null,
    fence: 0,
    ...over,
  };
}

export function aReply(over: Partial<Reply> = {}): Reply {
  return {
    id: 'x:2001',
    threadId: 'x:1001',
    memberId: 'ana',
    handle: 'ana_example',
    text: 'Hi Lena, a kettle that goes on boiling has a worn switch. We send you a new one today.',
    permalink: 'https://x.com/ana_example/status/2001',
    at: NOW - 12 * MINUTE,
    source: 'seen',
    ...over,
  };
}

export function aView(over: Partial<ThreadView> = {}): ThreadView {
  return {
    thread: aThread(),
    replies: [],
    presence: [],
    story: null,
    brandName: 'Acme',
    names: { ana: 'Ana', ben: 'Ben', me: 'Mia' },
    me: { id: 'me', role: 'member' },
    connection: { state: 'live', asOf: NOW, clockOffset: 0, waiting: 0 },
    ...over,
  };
}

/** Views in each state of ui.md's table, by the state's name. */
export const viewsByState = {
  open: aView(),
  looking: aView({ presence: [presence('ana', 'looking')] }),
  typing: aView({ presence: [presence('ana', 'typing')] }),
  mine: aView({ thread: aThread({ claim: aClaim('me') }) }),
  theirs: aView({ thread: aThread({ claim: aClaim('ben') }) }),
  theirsForLead: aView({
    thread: aThread({ claim: aClaim('ben') }),
    me: { id: 'me', role: 'lead' },
  }),
  answered: aView({ replies: [aReply()] }),
  answeredByMe: aView({ replies: [aReply({ memberId: 'me', handle: 'mia_example' })] }),
  answeredWithStory: aView({
    replies: [aReply()],
    story: { savedBy: 'Ben', savedAt: NOW - 5 * MINUTE },
  }),
  settled: aView({
    thread: aThread({ outcome: 'settled', outcomeReason: '', happiness: 'happy' }),
    replies: [aReply({ memberId: 'me', handle: 'mia_example' })],
  }),
  doubled: aView({
    replies: [
      aReply(),
      aReply({ id: 'x:2002', memberId: 'ben', handle: 'ben_example', at: NOW - 8 * MINUTE }),
    ],
  }),
  setAside: aView({
    thread: aThread({ outcome: 'setAside', outcomeReason: 'No answer needed' }),
  }),
  unsure: aView({
    thread: aThread({
      match: {
        brandId: 'acme',
        matched: 'Acme',
        kind: 'name',
        sure: false,
        reason: '"Acme" alone: no word about Acme\'s business near it',
      },
    }),
  }),
  handedToMe: aView({
    thread: aThread({
      claim: { ...aClaim('me'), from: 'ana', note: 'She wrote twice. Her order is in the system.' },
    }),
  }),
  handedByMe: aView({ thread: aThread({ claim: { ...aClaim('ben'), from: 'me', note: '' } }) }),
  takenFromMe: aView({
    thread: aThread({ claim: { ...aClaim('ben'), from: 'me', since: NOW - 2 * MINUTE } }),
  }),
  takenForLead: aView({
    thread: aThread({ claim: { ...aClaim('ben'), from: 'ana' } }),
    me: { id: 'me', role: 'lead' },
  }),
  ranOut: aView({
    thread: aThread({ claim: { ...aClaim('ben'), leaseUntil: NOW - 3 * MINUTE } }),
  }),
  idle: aView({ presence: [presence('ana', 'idle', 4 * MINUTE)] }),
  crowded: aView({
    thread: aThread({ claim: aClaim('me') }),
    presence: [presence('ana', 'typing'), presence('ben', 'idle', 7 * MINUTE)],
  }),
  doubledChecked: aView({
    thread: aThread({ doubledAt: NOW - 8 * MINUTE }),
    replies: [
      aReply({ source: 'sent', guard: { found: 'clear', windowMs: 1_240 } }),
      aReply({
        id: 'x:2002',
        memberId: 'ben',
        handle: 'ben_example',
        at: NOW - 8 * MINUTE,
        source: 'sent',
        guard: { found: 'warned', windowMs: 900 },
        stale: true,
      }),
      aReply({ id: 'x:2003', memberId: null, handle: 'acmecare', at: NOW - 6 * MINUTE }),
    ],
  }),
  offline: aView({ connection: offline() }),
  alone: aView({
    me: null,
    connection: { state: 'alone', asOf: null, clockOffset: 0, waiting: 0 },
  }),
  germanName: aView({ brandName: GERMAN, names: { ben: GERMAN } }),
  germanTeammate: aView({
    thread: aThread({ claim: aClaim('ben') }),
    names: { ben: GERMAN },
    me: { id: 'me', role: 'lead' },
  }),
  longAnswered: aView({ names: { ana: 'Maximiliane' }, replies: [aReply()] }),
  longTyping: aView({
    names: { ana: 'Maximiliane' },
    presence: [presence('ana', 'typing')],
  }),
  longTheirs: aView({
    thread: aThread({ claim: aClaim('ben') }),
    names: { ben: 'Maximiliane' },
    me: { id: 'me', role: 'lead' },
  }),
  longUnsure: aView({
    brandName: 'Volkswagen Financial',
    thread: aThread({
      match: {
        brandId: 'vw',
        matched: 'Volkswagen Financial',
        kind: 'name',
        sure: false,
        reason: '"Volkswagen Financial" alone: no word about its business near it',
      },
    }),
  }),
  rtl: aView({
    brandName: 'أكمي',
    thread: aThread({
      post: aPost({ text: RTL, author: { handle: 'ليلى', name: 'ليلى' } }),
      claim: aClaim('ben'),
    }),
    names: { ben: 'بنيامين' },
  }),
  html: aView({
    brandName: HTML,
    thread: aThread({
      post: aPost({ text: HTML, author: { handle: HTML, name: HTML } }),
      claim: aClaim('ben'),
    }),
    names: { ben: HTML },
  }),
  hugeName: aView({ brandName: LONG_NAME, names: { ana: LONG_NAME }, replies: [aReply()] }),
} satisfies Record<string, ThreadView>;

const sharedDraft =
  'Hi Lena, a kettle that goes on boiling has a worn switch. We send you a new one today.';

/** A draft that the team looks at. */
export function aLook(over: Partial<Look> = {}): Look {
  return {
    text: sharedDraft,
    askedBy: 'me',
    askedAt: NOW - 6 * MINUTE,
    state: 'asked',
    comments: [],
    ...over,
  };
}

const approved: Look['comments'] = [
  { by: 'ben', at: NOW - 4 * MINUTE, text: 'Do we have any left?' },
  { by: 'me', at: NOW - 3 * MINUTE, text: 'Yes, twelve.' },
  { by: 'ana', at: NOW - 2 * MINUTE, text: 'Good.', verdict: 'approved' },
];
const changes: Look['comments'] = [
  {
    by: 'ana',
    at: NOW - 2 * MINUTE,
    text: 'Hi Lena, that sounds like a worn switch. A new kettle is on its way today.',
    verdict: 'changes',
  },
];

/** Views of a thread with a second look, by how it stands. */
export const viewsByLook = {
  theirs: aView({
    thread: aThread({ look: aLook({ askedBy: 'ana', note: 'Is that too much?' }) }),
  }),
  theirsApproved: aView({
    thread: aThread({
      look: aLook({
        askedBy: 'ana',
        state: 'approved',
        comments: [{ by: 'me', at: NOW - MINUTE, text: '', verdict: 'approved' }],
      }),
    }),
  }),
  mine: aView({ thread: aThread({ claim: aClaim('me'), look: aLook() }) }),
  mineAway: aView({
    thread: aThread({ claim: aClaim('me'), look: aLook() }),
    connection: offline(),
  }),
  mineApproved: aView({
    thread: aThread({
      claim: aClaim('me'),
      look: aLook({ state: 'approved', comments: approved }),
    }),
  }),
  mineChanges: aView({
    thread: aThread({ claim: aClaim('me'), look: aLook({ state: 'changes', comments: changes }) }),
  }),
  answered: aView({
    thread: aThread({ look: aLook() }),
    replies: [aReply({ memberId: 'me', at: NOW - MINUTE })],
  }),
} satisfies Record<string, ThreadView>;

function presence(memberId: string, kind: 'looking' | 'typing' | 'idle', ago = 40_000) {
  return { memberId, threadId: 'x:1001', kind, since: NOW - ago };
}

export function aClaim(memberId: string) {
  return { memberId, fence: 1, since: NOW - 4 * MINUTE, leaseUntil: NOW + 9 * MINUTE };
}

export function offline() {
  return { state: 'offline' as const, asOf: NOW - 20 * MINUTE, clockOffset: 0, waiting: 3 };
}
