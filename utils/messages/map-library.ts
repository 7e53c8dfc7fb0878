/** Messages about the library, a part of the map. */
import { z } from 'zod';
import {
  ENTRIES_MAX,
  importPlanSchema,
  importPartSchema,
  importReportSchema,
} from '#utils/model/library-import.ts';
import { libraryChangeSchema, libraryStateSchema } from '#utils/model/library.ts';
import type { MessageSpec } from './message-spec.ts';
import { nothingSchema, threadIdSchema } from './payloads.ts';

const page = ['page'] as const;
const ids = z.array(threadIdSchema).max(ENTRIES_MAX);
const { tags } = libraryChangeSchema.shape;

const fileSchema = z.strictObject({
  fileName: z.string().max(200),
  text: z.string().max(5_000_000),
});

export const libraryMessages = {
  /** Adds or changes a text of the library; where it was sent is kept. Without `lang` its language is found from the text. */
  'library.save': {
    from: page,
    request: libraryChangeSchema
      .pick({
        id: true,
        kind: true,
        text: true,
        title: true,
        question: true,
        tags: true,
        lang: true,
      })
      .strict(),
    response: nothingSchema,
  },
  /** Puts a teammate's public answer into the library, with the post that it answered. */
  'library.addReply': {
    from: page,
    request: z.strictObject({ replyId: threadIdSchema }),
    response: nothingSchema,
  },
  /** Approves entries, or retires them; leads only. */
  'library.setState': {
    from: page,
    request: z.strictObject({ ids, state: libraryStateSchema }),
    response: nothingSchema,
  },
  /** Adds tags to entries, and takes tags from them. Their words, and when they were written, stay. */
  'library.setTags': {
    from: page,
    request: z.strictObject({ ids, add: tags, remove: tags }),
    response: nothingSchema,
  },
  /** The words of an entry are right: what was sent in other words up to now says nothing against them. */
  'library.confirm': {
    from: page,
    request: z.strictObject({ id: threadIdSchema }),
    response: nothingSchema,
  },
  /** The counts of use start anew, of one entry or, with null, of all; leads only. */
  'library.forgetUses': {
    from: page,
    request: z.strictObject({ id: threadIdSchema.nullable() }),
    response: nothingSchema,
  },
  /** Removes texts from the library. */
  'library.remove': {
    from: page,
    request: z.strictObject({ ids }),
    response: nothingSchema,
  },
  /** Reads snippets from a CSV or JSON file's text and tells what importing it would do. */
  'library.plan': {
    from: page,
    request: fileSchema,
    response: importPlanSchema,
  },
  /**
   * Saves what is sound in such a file and not there yet, a part of it at a time, and tells what is left; `takesChanges`: also
   * over entries that say something else.
   */
  'library.import': {
    from: page,
    request: fileSchema.extend({
      kind: libraryChangeSchema.shape.kind,
      tags,
      takesChanges: z.boolean(),
    }),
    response: importPartSchema,
  },
  /** Takes an import back: what it added goes, what it changed says again what it said. */
  'library.undoImport': {
    from: page,
    request: importReportSchema,
    response: nothingSchema,
  },
} as const satisfies Record<string, MessageSpec>;
