import { z } from 'zod';
import { intentSchema } from './triage.ts';
import { siteIdSchema } from './site-schema.ts';

/** The one record that holds the team's rules. */
export const ROUTING_ID = 'routing';
export const RULES_MAX = 100;

/** How soon a thread wants somebody; absent: as any other. */
export const prioritySchema = z.enum(['high', 'low']);
export type Priority = z.infer<typeof prioritySchema>;

const someWords = z.array(z.string().trim().min(1).max(100)).max(50);

/** What a mention must be for a rule; a part that is empty or absent asks nothing, within a part any one is enough. */
export const ruleWhenSchema = z.strictObject({
  brands: z.array(z.string().min(1).max(60)).max(50).optional(),
  sites: z.array(siteIdSchema).max(60).optional(),
  /** Whole words or groups of words in text or title, whatever their case and accents. */
  words: someWords.optional(),
  intents: z.array(intentSchema).max(10).optional(),
  /** BCP 47, by their first part: `de` is also `de-AT`. */
  langs: z.array(z.string().min(2).max(10)).max(20).optional(),
  /** Handles, with or without `@`. */
  authors: z.array(z.string().trim().min(1).max(200)).max(500).optional(),
  /** At least so many followers, where the page shows them. */
  followers: z.number().int().positive().max(1_000_000_000).optional(),
});
export type RuleWhen = z.infer<typeof ruleWhenSchema>;

/** What a rule does with a thread. */
export const ruleActSchema = z.strictObject({
  deskId: z.string().min(1).max(60).optional(),
  priority: prioritySchema.optional(),
  /** Id of the teammate who should answer. */
  assignee: z.string().min(1).max(60).optional(),
  /** Why it is set aside. */
  setAside: z.string().trim().min(1).max(300).optional(),
});
export type RuleAct = z.infer<typeof ruleActSchema>;

export const ruleSchema = z.strictObject({
  id: z.string().min(1).max(60),
  isOn: z.boolean(),
  when: ruleWhenSchema,
  does: ruleActSchema,
});
export type Rule = z.infer<typeof ruleSchema>;

/** The rules in their order: for each of desk, priority, assignee and setting aside the first one that says it counts. */
export const routingSchema = z.object({
  id: z.literal(ROUTING_ID),
  rules: z.array(ruleSchema).max(RULES_MAX),
});
export type Routing = z.infer<typeof routingSchema>;
