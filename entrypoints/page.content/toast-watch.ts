/**
 * Looks at the messages by which a site says that something was sent. They come and go without a post changing, so
 * they are looked for now and then, but only while a reply that a person meant to send is not proved.
 */
import { POST_TEXT_MAX } from '#utils/model/post-key.ts';
import { now } from '#utils/platform/clock.ts';
import type { SentLink, SiteAdapter } from '#utils/sites/adapter.ts';
import { cleanLines, clipText } from '#utils/sites/dom/clean-text.ts';
import type { SentReply, SentWatch } from '#utils/spotting/sent-watch.ts';

/** A message stands for some seconds; one look is one query, ms. */
const LOOK_MS = 250;

export interface ToastWatchOptions {
  doc: Document;
  adapter: Pick<SiteAdapter, 'findSentLinks'>;
  url(): URL;
  account(): string | null;
  /** True for a handle that this person is known to use here. */
  isOwnHandle(handle: string): boolean;
  sentWatch: Pick<SentWatch, 'isWaiting' | 'noteSentLinks'>;
  onSent(sent: SentReply): void;
}

export interface ToastWatch {
  /** What the site says now. */
  shown(): SentLink[];
  /** Looks for as long as there is something to prove. */
  start(): void;
  stop(): void;
}

/** Starts without looking. */
export function createToastWatch(options: ToastWatchOptions): ToastWatch {
  const { doc, adapter, sentWatch, isOwnHandle } = options;
  let timer: ReturnType<typeof setInterval> | undefined;

  const shown = () => adapter.findSentLinks?.(doc, options.url()) ?? [];

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };

  const look = () => {
    const at = now();
    if (!sentWatch.isWaiting(at)) {
      stop();
      return;
    }
    const links = shown();
    if (links.length === 0) return;
    const sent = sentWatch.noteSentLinks(links, { account: options.account(), isOwnHandle }, at);
    if (!sent) return;
    // As if it had been read.
    const text = clipText(cleanLines(sent.post.text), POST_TEXT_MAX);
    options.onSent({ ...sent, post: { ...sent.post, text } });
  };

  return {
    shown,
    start() {
      if (adapter.findSentLinks) timer ??= setInterval(look, LOOK_MS);
    },
    stop,
  };
}
