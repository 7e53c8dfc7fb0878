import { z } from 'zod';
import { libraryChangeSchema } from './library.ts';

/** Most entries that are told of at once: as many as a file may hold. */
export const ENTRIES_MAX = 10_000;

const count = z.number().int().nonnegative();

/** What a file would do to the library. */
export const importPlanSchema = z.object({
  fresh: count,
  /** There already, as they are in the file. */
  same: count,
  /** The team has rewritten them since; they stay. */
  older: count,
  changed: count,
  /** Some of the new ones (`was`: null) and of the changed ones, to be looked at. */
  samples: z.array(
    z.object({ title: z.string().optional(), was: z.string().nullable(), text: z.string() }),
  ),
  /** What is added waits for a lead. */
  waits: z.boolean(),
  /** Lines of the file that are left out, in words why; line 0 is the file as a whole. */
  skipped: z.array(z.object({ line: z.number().int(), reason: z.string() })),
});
export type ImportPlan = z.infer<typeof importPlanSchema>;

/** What an import did: enough to take it back. */
export const importReportSchema = z.strictObject({
  /** Ids of new entries. */
  added: z.array(libraryChangeSchema.shape.id).max(ENTRIES_MAX),
  /** Changed entries as they were. */
  changed: z.array(libraryChangeSchema).max(ENTRIES_MAX),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** Entries that are written at once; a larger file is imported in parts. */
export const IMPORT_PART_MAX = 1_000;

/** What a part of an import did, and how much of the file is left. */
export const importPartSchema = importReportSchema.extend({ left: count });
export type ImportPart = z.infer<typeof importPartSchema>;
