/** Messages about the team's reply guide, a part of the map. */
import { guideChangeSchema } from '#utils/model/guide.ts';
import type { MessageSpec } from './message-spec.ts';
import { nothingSchema } from './payloads.ts';

const page = ['page'] as const;

export const guideMessages = {
  /** Writes the team's reply guide; leads only. */
  'guide.save': { from: page, request: guideChangeSchema, response: nothingSchema },
} as const satisfies Record<string, MessageSpec>;
