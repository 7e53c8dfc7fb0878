/** Links by which people outside the team read a collection of stories. */
import { z } from 'zod';
import { collectionSchema } from './story.ts';

export const shareRequestSchema = z.strictObject({
  collectionId: collectionSchema.shape.id,
  /** How long it leads somewhere. */
  days: z.number().int().min(1).max(365),
  /** Only stories whose customers agreed; else all but those whose customers said no. */
  onlyGranted: z.boolean(),
});
export type ShareRequest = z.infer<typeof shareRequestSchema>;

export const shareSchema = z.object({
  id: z.string().max(60),
  collectionId: collectionSchema.shape.id,
  onlyGranted: z.boolean(),
  createdBy: z.string().max(60),
  /** Server clock, ms. */
  createdAt: z.number().int(),
  expiresAt: z.number().int(),
});
export type Share = z.infer<typeof shareSchema>;
