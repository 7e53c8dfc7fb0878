/**
 * Notices that a reply was sent. Two things must come together: a person meant to send (an intent), and shortly
 * after a post appears that was not there before and says the same, or the site links to a new post of one's own that
 * it has just sent. An editor that closes proves nothing, and neither does what was on the page already: rather
 * unanswered for a while than falsely answered.
 */
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { AwaitedReply, SentLink } from '#utils/sites/adapter.ts';
import { countWords, isSameBelowQuote, isSameText } from './same-text.ts';

/** How long after the intent the post or its link may appear, ms. */
export const INTENT_MS = 30_000;

export interface Intent extends AwaitedReply {
  at: number;
}

export interface SentReply {
  target: Post;
  /** The reply's own post. */
  post: Post;
}

/** Who is signed in. */
export interface Signed {
  /** Null when unknown. */
  account(): string | null;
  /** True for a handle that the person is known to use. */
  isOwnHandle(handle: string): boolean;
}

export interface SentWatch {
  /** A person pressed the control that sends, or its key; `shown`: links of what was sent before. */
  noteIntent(intent: Intent, shown?: readonly SentLink[]): void;
  /**
   * A person was where something else may be sent, which nobody watches: the next link may be of that. Posts prove what
   * they did, because their text is known.
   */
  noteOther(at: number): void;
  /**
   * Posts that came to the page, with the handle that is signed in (null when unknown). Gives the reply that one of
   * them proves to be. Call it with every post from the start: what it knows, it never takes for new.
   */
  noteNewPosts(posts: readonly Post[], account: string | null, now: number): SentReply | null;
  /**
   * The links by which the site now says that something was sent. Gives the reply that one of them proves, its text as
   * it was written; its post is known from then on, and proves nothing when it comes to the page itself.
   */
  noteSentLinks(links: readonly SentLink[], signed: Signed, now: number): SentReply | null;
  /** What may still be proved. With none nobody needs to know who is signed in. */
  awaited(now: number): Intent[];
}

// So many words are hardly posted twice within the time of an intent.
const TELLING_WORDS = 4;
// A feed of a whole day; the oldest are forgotten first.
const SEEN_MAX = 20_000;

/** Starts without intents, knowing no post. */
export function createSentWatch(): SentWatch {
  const seen = new Set<string>();
  const seenLinks = new Set<string>();
  let intents: Intent[] = [];
  let otherAt = -Infinity;

  const dropOld = (now: number) => {
    for (const { at } of intents) {
      // It may have been sent all the same, and its link be late.
      if (now - at > INTENT_MS) otherAt = Math.max(otherAt, at + INTENT_MS);
    }
    intents = intents.filter(({ at }) => now - at <= INTENT_MS);
  };

  const isProof = ({ target, text, at }: Intent, post: Post, account: string | null) => {
    if (account !== null && !isHandle(post.author.handle, account)) return false;
    // Nobody knows whose it is: "Thanks!" may be anybody's.
    const isBelow = post.parentId === target.id && post.site === target.site;
    if (account === null && !isBelow && countWords(text) < TELLING_WORDS) return false;
    if (isOlder(post.time, at)) return false;
    // Where answers stand on one level, one to an answer stands below what both answer.
    const parents = [null, target.id, target.parentId];
    if (post.site === target.site && !parents.includes(post.parentId)) return false;
    const { quoted } = post;
    return (
      isSameText(text, post.text) ||
      (quoted !== undefined && isSameBelowQuote(text, quoted.text, post.text))
    );
  };

  return {
    awaited: (now) => intents.filter(({ at }) => now - at <= INTENT_MS),

    noteIntent(intent, shown = []) {
      for (const { id } of shown) seenLinks.add(id);
      dropOld(intent.at);
      // A second press on the same reply replaces the first.
      intents = intents.filter(({ target }) => toPostKey(target) !== toPostKey(intent.target));
      if (intent.text.trim() !== '') intents.push(intent);
    },

    noteOther(at) {
      otherAt = Math.max(otherAt, at);
    },

    noteNewPosts(posts, account, now) {
      dropOld(now);
      let sent: SentReply | null = null;
      for (const post of posts) {
        const key = toPostKey(post);
        if (seen.has(key)) continue;
        seen.add(key);
        const proven: Intent[] = sent ? [] : intents.filter((one) => isProof(one, post, account));
        const intent: Intent | undefined =
          proven.find(({ target }) => target.id === post.parentId) ?? proven[0];
        if (!intent) continue;
        intents = intents.filter((one) => one !== intent);
        sent = { target: intent.target, post };
      }
      for (const oldest of seen) {
        if (seen.size <= SEEN_MAX) break;
        seen.delete(oldest);
      }
      return sent;
    },

    noteSentLinks(links, signed, now) {
      dropOld(now);
      const fresh = new Map<string, SentLink>();
      for (const link of links) if (!seenLinks.has(link.id)) fresh.set(link.id, link);
      for (const id of fresh.keys()) seenLinks.add(id);
      const [intent, ...others] = intents;
      // A link does not tell what it answers: only what alone can have been sent is proved by it.
      if (!intent || others.length > 0 || otherAt > intent.at - INTENT_MS) return null;
      const { target, text, at } = intent;
      const own = [...fresh.values()].filter(({ id, handle, time }) => {
        const account = signed.account();
        const isMine = account === null ? signed.isOwnHandle(handle) : isHandle(handle, account);
        return isMine && !isOlder(time, at) && !seen.has(toPostKey({ site: target.site, id }));
      });
      const [link, ...more] = own;
      if (!link || more.length > 0) return null;
      const { id, handle, permalink, time } = link;
      seen.add(toPostKey({ site: target.site, id }));
      intents = [];
      const post: Post = {
        site: target.site,
        id,
        author: { handle },
        text,
        permalink,
        time,
        parentId: target.id,
      };
      return { target, post };
    },
  };
}

/** What is older than the intent was not sent by it; the page's clock may be a little off. */
function isOlder(time: number | null, at: number): boolean {
  return time !== null && time < at - INTENT_MS;
}

function isHandle(handle: string, account: string): boolean {
  return handle.replace(/^@/, '').toLowerCase() === account.replace(/^@/, '').toLowerCase();
}
