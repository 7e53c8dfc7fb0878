/**
 * Asking the background. Nothing is checked here: the background checks what comes in, and what it answers is
 * our own word. So this stays light enough for pages, which need not load the schemas.
 */
import { sendMessage } from '#utils/platform/runtime.ts';
import { MessageError, readAnswer } from './answer.ts';
import type { MessageName, RequestOf, ResponseOf } from './map.ts';

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
    raw = await sendMessage({ name, request });
  } catch (error) {
    throw toSendError(error);
  }
  return readAnswer(raw) as ResponseOf<N>;
}

function toSendError(error: unknown): MessageError {
  const text = error instanceof Error ? error.message : '';
  // Chrome's words, then Firefox's.
  const isGone =
    /context invalidated|Extension context|runtime\.id|reading 'sendMessage'|dead object/i.test(
      text,
    );
  return isGone
    ? new MessageError('gone', 'Hearback was updated. Reload this page to go on.')
    : new MessageError('no_answer', 'Hearback did not answer. Try again in a moment.');
}
