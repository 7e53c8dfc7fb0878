import { z } from 'zod';
import { INTENTS, URGENCIES } from './intents.ts';

export const intentSchema = z.enum(INTENTS);
export type { Intent, Urgency } from './intents.ts';

export const urgencySchema = z.enum(URGENCIES);

/** BCP 47, as browsers tell it: `en`, `pt-BR`. */
export const languageTagSchema = z
  .string()
  .max(35)
  .regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/u);

/** What a person said of a post, over what Hearback thinks of it. */
export const labelSchema = z.object({
  intent: intentSchema.optional(),
  urgency: urgencySchema.optional(),
  lang: languageTagSchema.optional(),
  by: z.string().max(60),
  /** Server clock, ms. */
  at: z.number().int(),
});
export type Label = z.infer<typeof labelSchema>;

/** A correction: what is left out stays as it was, null takes a person's word back. */
export const labelChangeSchema = z.strictObject({
  intent: intentSchema.nullable().optional(),
  urgency: urgencySchema.nullable().optional(),
  lang: languageTagSchema.nullable().optional(),
});
export type LabelChange = z.infer<typeof labelChangeSchema>;

/** The label after a correction; null when nothing is left that a person said. */
export function changeLabel(
  known: Label | undefined,
  change: LabelChange,
  { memberId, at }: { memberId: string; at: number },
): Label | null {
  const intent = change.intent === undefined ? known?.intent : change.intent;
  const urgency = change.urgency === undefined ? known?.urgency : change.urgency;
  const lang = change.lang === undefined ? known?.lang : change.lang;
  const said = {
    ...(intent ? { intent } : {}),
    ...(urgency ? { urgency } : {}),
    ...(lang ? { lang } : {}),
  };
  return Object.keys(said).length === 0 ? null : { ...said, by: memberId, at };
}

/** What Hearback makes of a mention, with a person's corrections in it; reasons are sentences without a full stop. */
export const triageSchema = z.object({
  /** Null: unsure. */
  intent: intentSchema.nullable(),
  why: z.string().max(400),
  urgency: urgencySchema,
  urgencyWhy: z.string().max(400),
  /** Null: unknown. */
  lang: languageTagSchema.nullable(),
  /** False: it is probably about somebody else; null: nothing that people have said tells. */
  isUs: z.boolean().nullable(),
});
export type Triage = z.infer<typeof triageSchema>;
