import { z } from 'zod';
import { webUrlSchema } from './post.ts';
import { languageTagSchema } from './triage.ts';

/** Earlier versions of an entry that are kept to go back to, and their characters together. */
const EARLIER_MAX = 10;
const EARLIER_CHARACTERS_MAX = 40_000;

/** `proposed`: waits for a lead and is suggested to nobody else; `retired`: kept, but suggested no more. */
export const libraryStateSchema = z.enum(['proposed', 'approved', 'retired']);
export type LibraryState = z.infer<typeof libraryStateSchema>;

const wordsSchema = z.object({
  /** The answer itself; may hold variables such as `{name}`. */
  text: z.string().trim().min(1).max(10_000),
  title: z.string().max(120).optional(),
  /** The post it answered, or example questions, one a line. */
  question: z.string().max(10_000).optional(),
});

/** How an entry has been used; only counts, nothing of whom it was used for. */
export const libraryUsesSchema = z.object({
  /** Replies that were sent out of it. */
  sent: z.number().int().nonnegative(),
  /** Sum of the shares of it, 0…1, that were kept in these. */
  kept: z.number().nonnegative(),
  /** Customers who were happy, and who were not, with these. */
  happy: z.number().int().nonnegative(),
  unhappy: z.number().int().nonnegative(),
  /** Times that somebody said "Not this one". */
  dismissed: z.number().int().nonnegative(),
  /** Server clock, ms. */
  lastAt: z.number().int(),
});
export type LibraryUses = z.infer<typeof libraryUsesSchema>;

/** What a person tells of an entry. */
export const libraryChangeSchema = z.strictObject({
  id: z.string().min(1).max(320),
  kind: z.enum(['snippet', 'reply']),
  ...wordsSchema.shape,
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  lang: languageTagSchema.optional(),
  /** When it was written or sent, ms. */
  at: z.number().int(),
  /** When somebody last said that its words are right, whatever others made of them, ms. */
  confirmedAt: z.number().int().optional(),
  /** Of a reply: where it stands, and in which thread of ours. */
  threadId: z.string().min(1).max(320).optional(),
  permalink: webUrlSchema.optional(),
  brandId: z.string().max(60).optional(),
});
export type LibraryChange = z.infer<typeof libraryChangeSchema>;

/**
 * One text of the library: a snippet that somebody wrote (`question` empty or an example), or a reply that
 * the team has sent, together with the customer's post that it answered.
 */
export const libraryEntrySchema = z.object({
  ...libraryChangeSchema.shape,
  /** Who wrote it first. */
  memberId: z.string().max(60).nullable(),
  /** Absent: approved. */
  state: libraryStateSchema.optional(),
  /** Absent: 1. */
  version: z.number().int().positive().optional(),
  /** Newest first. */
  earlier: z
    .array(
      z.object({
        ...wordsSchema.shape,
        version: z.number().int().positive(),
        /** Who replaced it, and when (server clock, ms). */
        memberId: z.string().max(60),
        at: z.number().int(),
      }),
    )
    .max(EARLIER_MAX)
    .optional(),
  uses: libraryUsesSchema.optional(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** Who changes an entry. `needsApproval`: what they add waits for a lead. */
interface By {
  memberId: string;
  at: number;
  needsApproval: boolean;
}

/**
 * An entry after somebody saved it: its author stays, other words make a new version, and where leads approve, the words
 * of others wait for one. Does the same on the server and in a browser.
 */
export function changeLibraryEntry(
  known: LibraryEntry | null,
  change: LibraryChange,
  { memberId, at, needsApproval }: By,
): LibraryEntry {
  const proposed = needsApproval ? { state: 'proposed' as const } : {};
  if (!known) return { ...change, memberId, ...proposed };
  const { state, version = 1, earlier = [], uses } = known;
  const isSame =
    known.text === change.text &&
    (known.title ?? '') === (change.title ?? '') &&
    (known.question ?? '') === (change.question ?? '');
  const kept = {
    ...change,
    memberId: known.memberId,
    ...(state === undefined ? {} : { state }),
    ...(uses === undefined ? {} : { uses }),
  };
  if (isSame) {
    return {
      ...kept,
      ...(version === 1 ? {} : { version }),
      ...(earlier.length ? { earlier } : {}),
    };
  }
  const { text, title, question } = known;
  const replaced = {
    text,
    ...(title === undefined ? {} : { title }),
    ...(question === undefined ? {} : { question }),
    version,
    memberId,
    at,
  };
  return {
    ...kept,
    ...proposed,
    version: version + 1,
    earlier: toKept([replaced, ...earlier]),
  };
}

function toKept(earlier: NonNullable<LibraryEntry['earlier']>): typeof earlier {
  let characters = 0;
  return earlier.slice(0, EARLIER_MAX).filter(({ text, title = '', question = '' }) => {
    characters += text.length + title.length + question.length;
    return characters <= EARLIER_CHARACTERS_MAX;
  });
}

/**
 * Why an entry should be looked at again: people change it in the same way each time or rewrite it, customers dislike
 * it, nobody wants or uses it.
 */
export type Stale = 'contradicted' | 'rewritten' | 'unhappy' | 'dismissed' | 'unused';

/** What most replies of late say where an entry says something else. */
export interface Contradiction {
  /** The part of a sentence as the entry has it, and as it was sent. */
  here: string;
  lately: string;
  /** Replies that say it, and replies that have this part in any form. */
  times: number;
  of: number;
  /** The entry's text with it. */
  text: string;
}

/** A piece of two versions of a text in one. */
export interface DiffPart {
  text: string;
  kind: 'same' | 'gone' | 'new';
}

/** What became of a suggestion; `kept` is the share of it, 0…1, in what was sent. */
export const libraryUseSchema = z.strictObject({
  id: z.string().min(1).max(320),
  use: z.enum(['sent', 'happy', 'unhappy', 'dismissed']),
  kept: z.number().min(0).max(1).optional(),
});
export type LibraryUse = z.infer<typeof libraryUseSchema>;

/** The counts after one more use. */
export function countUse(
  known: LibraryUses | undefined,
  { use, kept = 0 }: Pick<LibraryUse, 'use' | 'kept'>,
  at: number,
): LibraryUses {
  const none = { sent: 0, kept: 0, happy: 0, unhappy: 0, dismissed: 0 };
  const uses = { ...none, ...known, lastAt: at };
  return {
    ...uses,
    [use]: uses[use] + 1,
    kept: uses.kept + (use === 'sent' ? kept : 0),
  };
}

/** A proposed draft with its reason. */
export const suggestionSchema = z.object({
  entryId: z.string(),
  /** `link`: points to an answer that stands already; absent: the answer itself. */
  kind: z.enum(['link']).optional(),
  text: z.string(),
  /** 0…1, how far the ranking trusts it; only shown above the threshold. */
  confidence: z.number().min(0).max(1),
  /** One line for people: where it comes from and why it fits. */
  reason: z.string(),
  /** What was made of the team's text for this customer, one line each. */
  changes: z.array(z.string()).optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;
