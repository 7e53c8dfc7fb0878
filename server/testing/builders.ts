import { createHash } from 'node:crypto';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { GuideChange } from '#utils/model/guide.ts';
import type { Brand, Match } from '#utils/model/brand.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { FollowUp } from '#utils/model/follow-up.ts';
import type { Picture, StorySave } from '#utils/model/story.ts';
import type { PictureSend } from '#utils/sync/wire-stories.ts';
import type { Reply } from '#utils/model/thread.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { fact } from './test-device.ts';

/** A customer's post. */
export function aPost(overrides: Partial<Post> = {}): Post {
  const id = overrides.id ?? '1';
  return {
    site: 'x',
    id,
    author: { handle: 'lena_example' },
    text: 'My Acme kettle keeps boiling.',
    permalink: `https://x.com/lena_example/status/${id}`,
    time: 1_699_999_000_000,
    parentId: null,
    ...overrides,
  };
}

/** Why it is a mention. */
export function aMatch(overrides: Partial<Match> = {}): Match {
  return {
    brandId: 'acme',
    matched: 'Acme',
    kind: 'name',
    sure: true,
    reason: 'Names Acme',
    ...overrides,
  };
}

/** The fact that a mention was read. */
export function aSighting(post: Partial<Post> = {}, match: Partial<Match> = {}): Mutation {
  const read = aPost(post);
  return fact('thread.see', { id: toPostKey(read), post: read, match: aMatch(match) });
}

/** The fact that a teammate answered the thread of `aSighting`. */
export function aReply(overrides: Partial<Omit<Reply, 'memberId'>> = {}): Mutation {
  return fact('reply.record', {
    id: 'x:900',
    threadId: 'x:1',
    handle: 'ada_acme',
    text: 'Hi Lena, please press the base once.',
    permalink: 'https://x.com/ada_acme/status/900',
    at: 1_699_999_900_000,
    source: 'sent',
    ...overrides,
  });
}

/** A customer's word on an answer, in the thread of `aSighting`. */
export function aFollowUp(overrides: Partial<FollowUp> = {}): FollowUp {
  return {
    id: 'x:901',
    text: 'That did it, thank you.',
    permalink: 'https://x.com/lena_example/status/901',
    at: 1_699_999_990_000,
    ...overrides,
  };
}

/** A customer's story, by default under another id than the thread of `aSighting`. */
export function aStory({ id = 'story', ...overrides }: Partial<StorySave> = {}): StorySave {
  const post = aPost({ id });
  return { id: toPostKey(post), post, note: '', tags: [], permission: 'none', ...overrides };
}

/** The bytes of a picture as they are sent: what a browser takes for a PNG, with some words in it. */
export function aPicture(words = 'a kettle'): Omit<PictureSend, 'storyId'> {
  const bytes = Buffer.from(`\x89PNG\r\n\x1a\n${words}`, 'latin1');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { hash, type: 'image/png', data: bytes.toString('base64') };
}

/** What a story says of it. */
export function toPicture({ hash, type, data }: Omit<PictureSend, 'storyId'>): Picture {
  return { hash, type, width: 400, height: 200, bytes: Buffer.from(data, 'base64').length };
}

/** What a team watches for. */
export function aBrand(overrides: Partial<Brand> = {}): Brand {
  return {
    id: 'acme',
    name: 'Acme',
    names: [],
    handles: ['acmecare'],
    domains: ['acme.example'],
    excludedWords: [],
    contextWords: [],
    ...overrides,
  };
}

/** The fact that somebody wrote a snippet; anybody may, as many as they like. */
export function aSnippet(id: string): Mutation {
  const at = 1_699_999_900_000;
  return fact('library.save', { id, kind: 'snippet', text: 'Press the base.', tags: [], at });
}

/** How a team answers. */
export function aGuide(overrides: Partial<GuideChange> = {}): GuideChange {
  const { changedBy: _by, changedAt: _at, ...guide } = DEFAULT_GUIDE;
  return { ...guide, ...overrides };
}
