/**
 * Messages between our own parts, by the browser's own API alone: pages, where every byte is loaded by each tab, are
 * spared the polyfill of `browser.ts` (9 kB). Chromium calls the API `chrome`, Firefox `browser`.
 */
import type { Runtime } from './browser.ts';

export type MessageSender = Runtime.MessageSender;

/** Answers a message; never rejects. */
type Listener = (raw: unknown, sender: MessageSender) => Promise<unknown>;

interface NativeRuntime {
  id: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: Record<'addListener' | 'removeListener', (listener: NativeListener) => void>;
}
type NativeListener = (
  raw: unknown,
  sender: MessageSender,
  answer: (value: unknown) => void,
) => true;

interface Api {
  runtime: NativeRuntime;
}

/** Looked up each time: an extension that was updated under a page has no `runtime.id` any more. */
function runtime(): NativeRuntime {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  // A page can name an element `browser`, which its windows then have; not in our own world, but rather be sure.
  return (browser?.runtime?.id ? browser : chrome).runtime;
}

/** The extension's own id; undefined once it was updated or removed under an open page. */
export function ownId(): string | undefined {
  return runtime().id;
}

/** Sends to the background and to our own open pages; throws the browser's own words. */
export async function sendMessage(message: unknown): Promise<unknown> {
  return runtime().sendMessage(message);
}

/** Answers each message that is sent to this part. Returns how to stop. */
export function onMessage(listener: Listener): () => void {
  const hear: NativeListener = (raw, sender, answer) => {
    void listener(raw, sender).then(answer);
    // The answer comes later; a promise itself is understood by Firefox only.
    return true;
  };
  const { onMessage: messages } = runtime();
  messages.addListener(hear);
  return () => messages.removeListener(hear);
}
