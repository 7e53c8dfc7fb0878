/**
 * The one way in: known name → sender kind (from the browser, never from the message) → rate → schema → handler
 * → answer. No exception crosses a context.
 */
import { browser } from '#utils/platform/browser.ts';
import type { Runtime } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import { logError } from '#utils/platform/log.ts';
import { MessageError, toErrorAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { messages } from './map.ts';
import type { MessageName, RequestOf, ResponseOf, SenderKind } from './map.ts';
import { createRateLimit } from './rate-limit.ts';

/** A page that is scrolled fast asks a few times a second; a page that owns its content script asks in a loop. */
const CONTENT_RATE = { perSecond: 10, burst: 100 };

/** Who sent a message, as the browser says. `tabId` is null for pages without a tab (popup, panel). */
export interface Sender {
  kind: SenderKind;
  tabId: number | null;
  /** Origin of the page a content script runs in. */
  origin: string | null;
}

export type Handlers = {
  [N in MessageName]: (request: RequestOf<N>, sender: Sender) => Promise<ResponseOf<N>>;
};

/** Tells a content script from an extension page by what the browser vouches for; null: neither of ours. */
export function toSender(
  sender: Runtime.MessageSender,
  ownId: string,
  ownOrigin: string,
): Sender | null {
  if (sender.id !== ownId) return null;
  const url = sender.url ?? '';
  if (url.startsWith(`${ownOrigin}/`)) {
    return { kind: 'page', tabId: sender.tab?.id ?? null, origin: null };
  }
  // Only a top frame may speak for its page: an embedded frame would speak for somebody else's tab.
  if (sender.tab?.id === undefined || (sender.frameId ?? 0) !== 0) return null;
  // A page that nobody has opened yet, or one put away, has nobody before it who could mean anything. One that is
  // being left may still say its last words.
  const { documentLifecycle } = sender as { documentLifecycle?: string };
  if (documentLifecycle === 'prerender' || documentLifecycle === 'cached') return null;
  // The origin is what the browser itself keeps the process to; Firefox gives the address only.
  const { origin } = sender as { origin?: string };
  try {
    return { kind: 'content', tabId: sender.tab.id, origin: new URL(origin ?? url).origin };
  } catch {
    return null;
  }
}

/** Answers one raw message; every outcome is an `Answer`. `isTooMuch` says whether a content script must wait. */
export async function answer(
  handlers: Handlers,
  raw: unknown,
  sender: Sender | null,
  isTooMuch: (sender: Sender) => boolean = () => false,
): Promise<Answer> {
  const name = (raw as { name?: unknown } | null)?.name;
  if (!sender || typeof name !== 'string' || !Object.hasOwn(messages, name)) {
    return toErrorAnswer(new MessageError('unknown', 'Hearback does not know this message.'));
  }
  const spec = messages[name as MessageName];
  if (!(spec.from as readonly SenderKind[]).includes(sender.kind)) {
    return toErrorAnswer(new MessageError('forbidden', 'This page may not ask that of Hearback.'));
  }
  if (sender.kind === 'content' && isTooMuch(sender)) {
    return toErrorAnswer(
      new MessageError('too_many', 'This page asks too much of Hearback at once. Wait a moment.'),
    );
  }
  const request = spec.request.safeParse((raw as { request?: unknown }).request ?? null);
  if (!request.success) {
    return toErrorAnswer(new MessageError('invalid', 'Hearback could not read this message.'));
  }
  try {
    const handler = handlers[name as MessageName] as (r: unknown, s: Sender) => Promise<unknown>;
    return { ok: true, value: (await handler(request.data, sender)) ?? null };
  } catch (error) {
    if (!(error instanceof MessageError)) logError('message failed', error, { name });
    return toErrorAnswer(error);
  }
}

/** Connects the background's handlers. Call synchronously at start, or events are missed. */
export function receive(handlers: Handlers): void {
  const ownOrigin = new URL(browser.runtime.getURL('')).origin;
  const rate = createRateLimit(CONTENT_RATE);
  const isTooMuch = ({ tabId }: Sender) => !rate.take(tabId ?? -1, now());
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) =>
    answer(handlers, raw, toSender(sender, browser.runtime.id, ownOrigin), isTooMuch),
  );
}
