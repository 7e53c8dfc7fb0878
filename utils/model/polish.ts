/** What a model may be asked to do with drafts, and what comes of it. Nothing is asked unless a team or a person has switched a model on. */
import { z } from 'zod';
import { POLISHED_MAX, POLISH_POST_MAX } from './polish-limits.ts';

/** Longest draft that may be sent, as long as the editor takes. */
const DRAFT_MAX = 10_000;

/** A language as `de` or `pt-BR`. */
const langSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}$/u)
  .max(35);

export const polishTasks = ['shorten', 'soften', 'translate', 'merge'] as const;
export const polishTaskSchema = z.enum(polishTasks);
export type PolishTask = z.infer<typeof polishTaskSchema>;

export const polishRequestSchema = z
  .strictObject({
    task: polishTaskSchema,
    /** What was found or written, one to three. */
    drafts: z.array(z.string().trim().min(1).max(DRAFT_MAX)).min(1).max(3),
    /** What the customer wrote: never more than material. */
    post: z.strictObject({ text: z.string().max(POLISH_POST_MAX), lang: langSchema.optional() }),
    /** The language to translate into; else the drafts' own. */
    lang: langSchema.optional(),
    /** The site's limit, characters. */
    limit: z.number().int().positive().max(100_000).optional(),
  })
  .refine(({ task, lang }) => task !== 'translate' || lang !== undefined, {
    message: 'Say which language to translate into.',
  })
  .refine(({ task, drafts }) => task !== 'merge' || drafts.length > 1, {
    message: 'Merging takes two drafts or more.',
  });
export type PolishRequest = z.infer<typeof polishRequestSchema>;

/**
 * Why nothing came of it. `off`: no model is switched on. `busy`: as much as may be is under way, or the model asks to
 * wait. `budgetUsed`: the team's tokens of the day are used. `tooLong`: more text than is sent. `unusable`: an answer
 * came that must not be shown. `notSetUp`: the model refuses the server. `away`: no sound answer from the model.
 * `offline`: the team's server was not reached.
 */
export const polishRefusalSchema = z.enum([
  'off',
  'busy',
  'budgetUsed',
  'tooLong',
  'unusable',
  'notSetUp',
  'away',
  'offline',
]);
export type PolishRefusal = z.infer<typeof polishRefusalSchema>;

/** What is wrong with an answer that must not be shown. */
export const answerFaults = [
  'empty',
  'tooLong',
  'notShorter',
  'characters',
  'markup',
  'prompt',
  'post',
  'offTopic',
  'link',
  'handle',
  'email',
  'phone',
  'number',
  'money',
  'date',
  'promise',
  'cutOff',
] as const;
export type AnswerFault = (typeof answerFaults)[number];

/** What a person should look at in an answer that may be shown. */
export const answerNotes = ['unchanged', 'linkLost', 'numberLost', 'overLimit'] as const;
export type AnswerNote = (typeof answerNotes)[number];

/** Whether the team's server has a model, and what is left of its day. Without one all numbers are 0. */
export const polishStatusSchema = z.object({
  isOn: z.boolean(),
  tokensADay: z.number().int().nonnegative(),
  tokensLeft: z.number().int().nonnegative(),
  /** When the day of the budget (UTC) ends, by the server's clock, ms. */
  resetsAt: z.number().int().nonnegative(),
});
export type PolishStatus = z.infer<typeof polishStatusSchema>;

/** A refusal is an answer, not an error. What a newer server adds to the lists is taken in as it is, or as `away`. */
export const polishResponseSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('polished'),
    text: z.string().min(1).max(POLISHED_MAX),
    /** `AnswerNote`s. */
    notes: z.array(z.string().max(40)).max(20),
    status: polishStatusSchema,
  }),
  z.object({
    outcome: z.literal('refused'),
    reason: polishRefusalSchema.catch('away'),
    /** With `unusable`: an `AnswerFault`. */
    fault: z.string().max(40).optional(),
    status: polishStatusSchema,
  }),
]);
export type PolishResponse = z.infer<typeof polishResponseSchema>;
