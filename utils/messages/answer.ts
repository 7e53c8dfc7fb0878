import { z } from 'zod';

/** What goes back over a message channel: a value or an error, never an exception. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string().max(60), message: z.string().max(1_000) }),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

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
