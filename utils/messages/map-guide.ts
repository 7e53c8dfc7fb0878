/** Messages about the team's reply guide, a part of the map. */
import { z } from 'zod';
import { guideChangeSchema } from '#utils/model/guide.ts';
import type { MessageSpec } from './message-spec.ts';
import { nothingSchema } from './payloads.ts';

const page = ['page'] as const;

export const guideMessages = {
  /** Writes the team's reply guide; leads only. */
  'guide.save': { from: page, request: guideChangeSchema, response: nothingSchema },
  /** Switches one check on drafts off or on for the whole team; leads only. */
  'check.setOff': {
    from: page,
    request: z.strictObject({ check: z.string().min(1).max(40), isOff: z.boolean() }),
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
