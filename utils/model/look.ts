import { z } from 'zod';
import { LOOK_COMMENT_MAX, LOOK_COMMENTS_MAX, LOOK_TEXT_MAX } from './look-limits.ts';

/** What a teammate says of a draft: it may go, it needs changes, or neither. */
export const lookVerdictSchema = z.enum(['approved', 'changes', 'comment']);
export type LookVerdict = z.infer<typeof lookVerdictSchema>;

/**
 * A second look: a draft that somebody shared with the team before it is used. One a thread; it ends when a reply is
 * recorded there. It advises: nobody is kept from sending.
 */
export const lookSchema = z.object({
  text: z.string().trim().min(1).max(LOOK_TEXT_MAX),
  /** What the asker wants to know. */
  note: z.string().max(LOOK_COMMENT_MAX).optional(),
  askedBy: z.string().max(60),
  /** Server clock, ms. */
  askedAt: z.number().int(),
  state: z.enum(['asked', 'approved', 'changes']),
  /** Oldest first. */
  comments: z
    .array(
      z.object({
        by: z.string().max(60),
        /** Server clock, ms. */
        at: z.number().int(),
        text: z.string().max(LOOK_COMMENT_MAX),
        verdict: lookVerdictSchema.exclude(['comment']).optional(),
      }),
    )
    .max(LOOK_COMMENTS_MAX),
});
export type Look = z.infer<typeof lookSchema>;

interface By {
  memberId: string;
  at: number;
}

/** A draft is put before the team. What was said of an earlier one by the same asker stays to be read. */
export function askLook(
  known: Look | undefined,
  { text, note }: { text: string; note?: string | undefined },
  { memberId, at }: By,
): Look {
  return {
    text,
    ...(note ? { note } : {}),
    askedBy: memberId,
    askedAt: at,
    state: 'asked',
    comments: known?.askedBy === memberId ? known.comments : [],
  };
}

/** Somebody says something of a draft. Nobody approves their own: of the asker it is a comment. */
export function answerLook(
  known: Look,
  { verdict, text }: { verdict: LookVerdict; text: string },
  { memberId, at }: By,
): Look {
  const isVerdict = verdict !== 'comment' && memberId !== known.askedBy;
  const comment = { by: memberId, at, text, ...(isVerdict ? { verdict } : {}) };
  return {
    ...known,
    state: isVerdict ? verdict : known.state,
    comments: [...known.comments, comment].slice(-LOOK_COMMENTS_MAX),
  };
}
