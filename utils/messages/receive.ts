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
  /** The frame that a content script runs in; absent where it runs in the tab's page itself. */
  frameId?: number;
  /** Origin of the page a content script runs in. */
  origin: string | null;
}

export type Handlers = {
  [N in MessageName]: (request: RequestOf<N>, sender: Sender) => Promise<ResponseOf<N>>;
};

/** Which frames may speak, by their origins (docs/decisions/0015-frames.md). */
export interface FrameRule {
  /** The origin is that of a site whose posts stand in frames. */
  standsInFrames(origin: string): boolean;
  /** Such a site is switched on, and granted. */
  isWanted(origin: string): Promise<boolean>;
}

/** No frame speaks for anybody. */
const noFrames: FrameRule = { standsInFrames: () => false, isWanted: async () => false };

/** Tells a content script from an extension page by what the browser vouches for; null: neither of ours. */
export function toSender(
  sender: Runtime.MessageSender,
  ownId: string,
  ownOrigin: string,
  { standsInFrames }: Pick<FrameRule, 'standsInFrames'> = noFrames,
): Sender | null {
  if (sender.id !== ownId) return null;
  const url = sender.url ?? '';
  if (url.startsWith(`${ownOrigin}/`)) {
    return { kind: 'page', tabId: sender.tab?.id ?? null, origin: null };
  }
  if (sender.tab?.id === undefined) return null;
  // A page that nobody has opened yet, or one put away, has nobody before it who could mean anything. One that is
  // being left may still say its last words.
  const { documentLifecycle } = sender as { documentLifecycle?: string };
  if (documentLifecycle === 'prerender' || documentLifecycle === 'cached') return null;
  // The origin is what the browser itself keeps the process to; Firefox gives the address only.
  const { origin: told } = sender as { origin?: string };
  if (!URL.canParse(told ?? url)) return null;
  const { origin } = new URL(told ?? url);
  const { frameId = 0 } = sender;
  if (frameId === 0) return { kind: 'content', tabId: sender.tab.id, origin };
  // An embedded frame would speak for somebody else's tab, so it does for its own origin alone, and hardly any may.
  if (!standsInFrames(origin)) return null;
  return { kind: 'frame', tabId: sender.tab.id, frameId, origin };
}

/** Answers one raw message; every outcome is an `Answer`. `isTooMuch` says whether a content script must wait. */
export async function answer(
  handlers: Handlers,
  raw: unknown,
  sender: Sender | null,
  isTooMuch: (sender: Sender) => boolean = () => false,
  { isWanted }: Pick<FrameRule, 'isWanted'> = noFrames,
): Promise<Answer> {
  const name = (raw as { name?: unknown } | null)?.name;
  if (!sender || typeof name !== 'string' || !Object.hasOwn(messages, name)) {
    return toErrorAnswer(new MessageError('unknown', 'Hearback does not know this message.'));
  }
  const spec = messages[name as MessageName];
  if (!(spec.from as readonly SenderKind[]).includes(sender.kind)) {
    return toErrorAnswer(new MessageError('forbidden', 'This page may not ask that of Hearback.'));
  }
  if (sender.kind !== 'page' && isTooMuch(sender)) {
    return toErrorAnswer(
      new MessageError('too_many', 'This page asks too much of Hearback at once. Wait a moment.'),
    );
  }
  if (sender.kind === 'frame' && !(await isWanted(sender.origin ?? ''))) {
    return toErrorAnswer(new MessageError('forbidden', 'Hearback is not switched on here.'));
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
export function receive(handlers: Handlers, frames: FrameRule = noFrames): void {
  const ownOrigin = new URL(browser.runtime.getURL('')).origin;
  const rate = createRateLimit(CONTENT_RATE);
  // All frames of a tab together count as one, apart from its page: many of them cannot silence it.
  const isTooMuch = ({ tabId, kind }: Sender) => !rate.take(`${kind} ${tabId ?? -1}`, now());
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const known = toSender(sender, browser.runtime.id, ownOrigin, frames);
    return answer(handlers, raw, known, isTooMuch, frames);
  });
}
