import { z } from 'zod';
import { siteIdSchema, siteModeSchema } from '#utils/model/site-schema.ts';

export const SETTINGS_VERSION = 1;

/** What this browser is set to; nothing secret, nothing of the team's (that lives in the database). */
export const settingsSchema = z.object({
  version: z.literal(SETTINGS_VERSION),
  /** Named sites that are switched on; the permission itself is the browser's to say. */
  sites: z.array(siteIdSchema),
  /** Further origins (`https://forum.example`) read by the Mastodon or generic adapter. */
  origins: z.array(z.string().max(300)).max(200),
  /** Differences from each site's default mode. */
  modes: z.partialRecord(siteIdSchema, siteModeSchema),
  hasOnboarded: z.boolean(),
  /** The browser's own language model may polish drafts; off when absent. */
  usesBuiltInModel: z.boolean().optional(),
  /** A picture of the post is kept with each story; off when absent. */
  keepsPictures: z.boolean().optional(),
  /** Notifications of the browser about the queue; off when absent. */
  notifies: z
    .strictObject({
      /** Local minutes since midnight between which nothing is said; from = to: never quiet. */
      quietFrom: z.number().int().min(0).max(1_439),
      quietTo: z.number().int().min(0).max(1_439),
    })
    .optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  version: SETTINGS_VERSION,
  sites: [],
  origins: [],
  modes: {},
  hasOnboarded: false,
};
