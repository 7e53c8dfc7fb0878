import { z } from 'zod';
import { intentSchema } from './triage.ts';
import { boardSorts, queueStates } from './queue-states.ts';
import { siteIdSchema } from './site-schema.ts';

export const queueStateSchema = z.enum(queueStates);
export type { BoardSort, QueueState } from './queue-states.ts';

const ids = z.array(z.string().min(1).max(60)).max(50);

/** Which threads a board lists; a part that is empty asks nothing, within a part any one is enough. */
export const boardFilterSchema = z.strictObject({
  states: z.array(queueStateSchema).max(20),
  brands: ids,
  sites: z.array(siteIdSchema).max(60),
  /** Ids of desks; the empty text: none. */
  desks: z.array(z.string().max(60)).max(50),
  /** Who holds it or should answer it; the empty text: nobody. */
  teammates: z.array(z.string().max(60)).max(50),
  intents: z.array(intentSchema).max(10),
  /** Words of the post or its author. */
  query: z.string().max(200),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

export const boardSortSchema = z.enum(boardSorts);

/** A filter that a team keeps under a name. */
export const boardViewSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  filter: boardFilterSchema,
  sort: boardSortSchema,
});
export type BoardView = z.infer<typeof boardViewSchema>;
