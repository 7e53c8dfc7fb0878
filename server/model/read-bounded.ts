import { ModelError } from './model-error.ts';

/** The text of an answer of at most `maxBytes`; of a longer one no more is read. Throws `ModelError`. */
export async function readBounded(response: Response, maxBytes: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await drop(response);
    throw new ModelError('tooLarge');
  }
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new ModelError('tooLarge');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Closes the connection of an answer that nobody reads. */
export async function drop(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined);
}
