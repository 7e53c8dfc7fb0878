import { z } from 'zod';
import { GUIDE_ID } from './default-guide.ts';

const phraseSchema = z.string().trim().min(1).max(60);

/** What leads decide of how the team answers. */
export const guideChangeSchema = z.strictObject({
  id: z.literal(GUIDE_ID),
  /** `mirror`: as the customer writes. */
  formality: z.enum(['mirror', 'formal', 'informal']),
  emoji: z.enum(['mirror', 'never']),
  greeting: z.enum(['mirror', 'always', 'never']),
  /** Ends each reply; may hold variables such as `{me}`. Empty: none. */
  signature: z.string().trim().max(80),
  /** Words that sound like the team. */
  use: z.array(phraseSchema).max(50),
  /** Words that do not, each with what to write instead. */
  avoid: z.array(z.strictObject({ word: phraseSchema, instead: phraseSchema.optional() })).max(100),
  /** Checks on drafts that the team does without, by id; unknown ids are those of other versions. */
  checksOff: z.array(z.string().min(1).max(40)).max(50),
  /** `lead`: what others add to the library is suggested only once a lead has approved it. */
  approval: z.enum(['none', 'lead']),
  /** Whether a draft may be put before the team for a second look. */
  secondLook: z.boolean(),
});
export type GuideChange = z.infer<typeof guideChangeSchema>;

/** The team's reply guide: voice, checks, and who looks at what. */
export const guideSchema = z.object({
  ...guideChangeSchema.shape,
  changedBy: z.string().max(60),
  /** Server clock, ms. */
  changedAt: z.number().int(),
});
export type Guide = z.infer<typeof guideSchema>;
