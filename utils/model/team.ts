import { z } from 'zod';
import { siteIdSchema } from './site-schema.ts';

export const roleSchema = z.enum(['owner', 'lead', 'member']);
export type Role = z.infer<typeof roleSchema>;

/** A teammate's handle on a site: the roster by which public replies are recognized. */
export const rosterHandleSchema = z.object({
  site: siteIdSchema,
  handle: z.string().trim().min(1).max(200),
});
export type RosterHandle = z.infer<typeof rosterHandleSchema>;

export const memberSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  role: roleSchema,
  handles: z.array(rosterHandleSchema).max(50),
});
export type Member = z.infer<typeof memberSchema>;

export const teamSchema = z.object({ id: z.string().min(1).max(60), name: z.string().max(120) });
export type Team = z.infer<typeof teamSchema>;
