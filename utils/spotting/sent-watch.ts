/**
 * Notices that a reply was sent. Two things must come together: a person meant to send (an intent), and shortly
 * after a post appears that was not there before and says the same. An editor that closes proves nothing, and
 * neither does a post that was on the page already: rather unanswered for a while than falsely answered.
 */
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import { countWords, isSameBelowQuote, isSameText } from './same-text.ts';

/** How long after the intent the post may appear, ms. */
export const INTENT_MS = 30_000;

export interface Intent {
  /** The post that is answered. */
  target: Post;
  /** What stood in the reply box. */
  text: string;
  at: number;
}

export interface SentReply {
  target: Post;
  /** The reply's own post. */
  post: Post;
}

export interface SentWatch {
  /** A person pressed the control that sends, or its key. */
  noteIntent(intent: Intent): void;
  /**
   * Posts that came to the page, with the handle that is signed in (null when unknown). Gives the reply that one of
   * them proves to be. Call it with every post from the start: what it knows, it never takes for new.
   */
  noteNewPosts(posts: readonly Post[], account: string | null, now: number): SentReply | null;
  /** False when no post could prove anything: then nobody needs to know who is signed in. */
  isWaiting(now: number): boolean;
}

// So many words are hardly posted twice within the time of an intent.
const TELLING_WORDS = 4;
// A feed of a whole day; the oldest are forgotten first.
const SEEN_MAX = 20_000;

/** Starts without intents, knowing no post. */
export function createSentWatch(): SentWatch {
  const seen = new Set<string>();
  let intents: Intent[] = [];

  const isProof = ({ target, text, at }: Intent, post: Post, account: string | null) => {
    if (account !== null && !isHandle(post.author.handle, account)) return false;
    // Nobody knows whose it is: "Thanks!" may be anybody's.
    const isBelow = post.parentId === target.id && post.site === target.site;
    if (account === null && !isBelow && countWords(text) < TELLING_WORDS) return false;
    // What is older than the intent was not sent by it; the page's clock may be a little off.
    if (post.time !== null && post.time < at - INTENT_MS) return false;
    if (post.parentId !== null && post.site === target.site && post.parentId !== target.id) {
      return false;
    }
    const { quoted } = post;
    return (
      isSameText(text, post.text) ||
      (quoted !== undefined && isSameBelowQuote(text, quoted.text, post.text))
    );
  };

  return {
    isWaiting: (now) => intents.some(({ at }) => now - at <= INTENT_MS),

    noteIntent(intent) {
      // A second press on the same reply replaces the first.
      intents = intents.filter(({ target }) => toPostKey(target) !== toPostKey(intent.target));
      if (intent.text.trim() !== '') intents.push(intent);
    },

    noteNewPosts(posts, account, now) {
      intents = intents.filter(({ at }) => now - at <= INTENT_MS);
      let sent: SentReply | null = null;
      for (const post of posts) {
        const key = toPostKey(post);
        if (seen.has(key)) continue;
        seen.add(key);
        const intent: Intent | undefined = sent
          ? undefined
          : intents.find((one) => isProof(one, post, account));
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
  };
}

function isHandle(handle: string, account: string): boolean {
  return handle.replace(/^@/, '').toLowerCase() === account.replace(/^@/, '').toLowerCase();
}
