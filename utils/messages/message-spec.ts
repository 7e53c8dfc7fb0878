/** What a message of the map consists of, for the map and its parts. */
import type { z } from 'zod';

export type SenderKind = 'content' | 'frame' | 'page';

export interface MessageSpec {
  from: readonly SenderKind[];
  request: z.ZodType;
  response: z.ZodType;
}
