/**
 * Looks for what proves a sent reply though no post comes: a message by which the site says that something was sent, an
 * answer that only its text tells. Such come and go without a post changing, so they are looked for now and then, but
 * only while a reply that a person meant to send is not proved.
 */
import { POST_TEXT_MAX } from '#utils/model/post-key.ts';
import { now } from '#utils/platform/clock.ts';
import type { AwaitedReply, SiteAdapter } from '#utils/sites/adapter.ts';
import { cleanLines, clipText } from '#utils/sites/dom/clean-text.ts';
import type { Intent, SentReply, SentWatch, Signed } from '#utils/spotting/sent-watch.ts';

/** A message stands for some seconds; one look is one query, ms. */
const LOOK_MS = 250;

export interface ProofWatchOptions extends Signed {
  doc: Document;
  adapter: Pick<SiteAdapter, 'findSentLinks' | 'findSentPosts'>;
  url(): URL;
  sentWatch: SentWatch;
  onSent(sent: SentReply): void;
}

export interface ProofWatch {
  /**
   * A person meant to send this, and what stands there now is no proof of it. `isResumed`: they did on the page before
   * this one, so that an answer that stands here is one.
   */
  begin(intent: Intent, isResumed?: boolean): void;
  stop(): void;
}

/** Starts without looking. */
export function createProofWatch(options: ProofWatchOptions): ProofWatch {
  const { doc, adapter, sentWatch } = options;
  let timer: ReturnType<typeof setInterval> | undefined;

  const findLinks = () => adapter.findSentLinks?.(doc, options.url()) ?? [];
  const findPosts = (awaited: readonly AwaitedReply[]) =>
    adapter.findSentPosts?.(doc, options.url(), awaited) ?? [];

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };

  const look = () => {
    const at = now();
    const awaited = sentWatch.awaited(at);
    if (awaited.length === 0) {
      stop();
      return;
    }
    // What stands below its review needs no author.
    const sent =
      sentWatch.noteNewPosts(findPosts(awaited), null, at) ??
      sentWatch.noteSentLinks(findLinks(), options, at);
    if (!sent) return;
    // As if it had been read.
    const text = clipText(cleanLines(sent.post.text), POST_TEXT_MAX);
    options.onSent({ ...sent, post: { ...sent.post, text } });
  };

  return {
    begin(intent, isResumed) {
      if (!isResumed)
        sentWatch.noteNewPosts(findPosts([{ ...intent, isBefore: true }]), null, intent.at);
      sentWatch.noteIntent(intent, findLinks());
      timer ??= setInterval(look, LOOK_MS);
    },
    stop,
  };
}
