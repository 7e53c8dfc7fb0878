/** What goes back over a message channel: a value or an error, never an exception. */
export type Answer =
  { ok: true; value: unknown } | { ok: false; error: { code: string; message: string } };

/** An error with words for people. `code` is for programs. */
export class MessageError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'MessageError';
    this.code = code;
  }
}

/** Shapes whatever was thrown into an answer; unknown errors keep their text out of people's sight. */
export function toErrorAnswer(error: unknown): Answer {
  if (error instanceof MessageError) {
    return { ok: false, error: { code: error.code, message: error.message } };
  }
  return {
    ok: false,
    error: { code: 'internal', message: 'Something went wrong inside Hearback. Try again.' },
  };
}

/** The value of an answer; throws its error, or `no_answer` when it is none. */
export function readAnswer(raw: unknown): unknown {
  const answer = raw as Partial<{ ok: unknown; value: unknown; error: unknown }> | null | undefined;
  if (answer?.ok === true) return answer.value;
  const error = answer?.error as Partial<{ code: unknown; message: unknown }> | undefined;
  if (answer?.ok === false && typeof error?.message === 'string') {
    throw new MessageError(String(error.code), error.message.slice(0, 1_000));
  }
  throw new MessageError('no_answer', 'Hearback did not answer. Reload the page and try again.');
}
