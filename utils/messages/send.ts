import { browser } from '#utils/platform/browser.ts';
import { messages, pageMessages } from './map.ts';
import type {
  MessageName,
  PageMessageName,
  PageRequestOf,
  PageResponseOf,
  RequestOf,
  ResponseOf,
} from './map.ts';
import { MessageError, answerSchema } from './answer.ts';

/**
 * Asks the background. Throws a `MessageError` whose message is fit for people; code `gone` when the extension
 * was updated under a page that is still open.
 */
export async function send<N extends MessageName>(
  name: N,
  request: RequestOf<N>,
): Promise<ResponseOf<N>> {
  let raw: unknown;
  try {
    raw = await browser.runtime.sendMessage({ name, request });
  } catch (error) {
    throw toSendError(error);
  }
  return readAnswer(messages[name].response.safeParse.bind(messages[name].response), raw);
}

/** Asks the content script of a tab's top frame; throws `MessageError` with code `no_page` when none runs there. */
export async function sendToPage<N extends PageMessageName>(
  tabId: number,
  name: N,
  request: PageRequestOf<N>,
): Promise<PageResponseOf<N>> {
  let raw: unknown;
  try {
    raw = await browser.tabs.sendMessage(tabId, { name, request }, { frameId: 0 });
  } catch {
    throw new MessageError(
      'no_page',
      'Hearback is not active on that page. Reload it and try again.',
    );
  }
  return readAnswer(pageMessages[name].response.safeParse.bind(pageMessages[name].response), raw);
}

type Parse = (value: unknown) => { success: boolean; data?: unknown };

function readAnswer<T>(parse: Parse, raw: unknown): T {
  const answer = answerSchema.safeParse(raw);
  if (!answer.success) {
    throw new MessageError('no_answer', 'Hearback did not answer. Reload the page and try again.');
  }
  if (!answer.data.ok) throw new MessageError(answer.data.error.code, answer.data.error.message);
  const value = parse(answer.data.value);
  if (!value.success) {
    throw new MessageError('bad_answer', 'Hearback answered in an unknown form. Reload the page.');
  }
  return value.data as T;
}

function toSendError(error: unknown): MessageError {
  const text = error instanceof Error ? error.message : '';
  const isGone = /context invalidated|Extension context|runtime\.id/i.test(text);
  return isGone
    ? new MessageError('gone', 'Hearback was updated. Reload this page to go on.')
    : new MessageError('no_answer', 'Hearback did not answer. Try again in a moment.');
}
