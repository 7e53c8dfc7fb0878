/** Builders of records for tests: sound defaults, and only what matters is named. */
import type { Brand } from '#utils/model/brand.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Story } from '#utils/model/story.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { Connection, ThreadView } from '#utils/model/thread-view.ts';

/** A fixed moment, ms: 22 November 2026, 10:40 UTC. */
export const at = Date.UTC(2026, 10, 22, 10, 40);

export function aPost(part: Partial<Post> = {}): Post {
  return {
    site: 'x',
    id: '1',
    author: { handle: 'ada_example', name: 'Ada Example' },
    text: 'My Acme kettle stopped in the middle of boiling. What now?',
    permalink: 'https://x.com/ada_example/status/1',
    time: at - 7_200_000,
    parentId: null,
    ...part,
  };
}

export function aBrand(part: Partial<Brand> = {}): Brand {
  return {
    id: 'acme',
    name: 'Acme',
    names: [],
    handles: ['acmecare'],
    domains: ['acme.example'],
    excludedWords: [],
    contextWords: [],
    ...part,
  };
}

type ThreadPart = Partial<Omit<Thread, 'match'>> & { match?: Partial<Thread['match']> };

export function aThread(part: ThreadPart = {}): Thread {
  const { match, ...rest } = part;
  return {
    id: 'x:1',
    post: aPost(),
    match: {
      brandId: 'acme',
      matched: 'Acme',
      kind: 'name',
      sure: true,
      reason: '"Acme" as a word',
      ...match,
    },
    seenBy: 'me',
    seenAt: at - 3_600_000,
    outcome: 'open',
    claim: null,
    fence: 0,
    ...rest,
  };
}

export function aReply(part: Partial<Reply> = {}): Reply {
  return {
    id: 'x:2',
    threadId: 'x:1',
    memberId: 'ana',
    handle: 'ana_at_acme',
    text: 'Hold the button for five seconds.',
    permalink: 'https://x.com/ana_at_acme/status/2',
    at: at - 720_000,
    source: 'seen',
    ...part,
  };
}

export function aLibraryEntry(part: Partial<LibraryEntry> = {}): LibraryEntry {
  return {
    id: 'snippet:1',
    kind: 'snippet',
    text: 'Hi {name}, hold the button for five seconds.',
    title: 'Reset',
    question: 'The kettle stopped',
    tags: ['reset'],
    memberId: 'ana',
    at,
    ...part,
  };
}

interface ViewPart extends Partial<Omit<ThreadView, 'thread' | 'connection'>> {
  thread?: ThreadPart;
  connection?: Partial<Connection>;
}

export function aThreadView(part: ViewPart = {}): ThreadView {
  const { thread, connection, ...rest } = part;
  return {
    thread: aThread(thread),
    replies: [],
    presence: [],
    story: null,
    brandName: 'Acme',
    names: { me: 'Me', ana: 'Ana', ben: 'Ben' },
    me: { id: 'me', role: 'member' },
    connection: { state: 'live', asOf: at, clockOffset: 0, waiting: 0, ...connection },
    ...rest,
  };
}

/** A saved story; without a post of its own, the post has its id. */
export function aStory(part: Partial<Story> = {}): Story {
  const { id = '1', post = aPost({ id }), ...rest } = part;
  return {
    id: toPostKey(post),
    post,
    note: '',
    tags: [],
    permission: 'none',
    savedBy: 'me',
    savedAt: at - 3_600_000,
    ...rest,
  };
}
