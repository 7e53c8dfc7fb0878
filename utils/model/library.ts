import { z } from 'zod';

/**
 * One text of the library: a snippet that somebody wrote (`question` empty or an example), or a reply that
 * the team has sent, together with the customer's post that it answered.
 */
export const libraryEntrySchema = z.object({
  id: z.string().min(1).max(320),
  kind: z.enum(['snippet', 'reply']),
  /** The answer itself; may hold variables such as `{name}`. */
  text: z.string().trim().min(1).max(10_000),
  title: z.string().max(120).optional(),
  /** The post it answered, or example questions, one a line. */
  question: z.string().max(10_000).optional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  memberId: z.string().max(60).nullable(),
  /** When it was written or sent, ms. */
  at: z.number().int(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** A proposed draft with its reason. */
export const suggestionSchema = z.object({
  entryId: z.string(),
  text: z.string(),
  /** 0…1, how far the ranking trusts it; only shown above the threshold. */
  confidence: z.number().min(0).max(1),
  /** One line for people: where it comes from and why it fits. */
  reason: z.string(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
