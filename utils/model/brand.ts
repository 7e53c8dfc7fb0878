import { z } from 'zod';

const term = z.string().trim().min(1).max(100);

/** What the team answers for. */
export const brandSchema = z.object({
  id: z.string().min(1).max(60),
  name: term,
  /** Further spellings and product names, matched as whole words. */
  names: z.array(term).max(200),
  /** `@`handles without the `@`. */
  handles: z.array(term).max(50),
  /** Domains such as `acme.example`; also found as `acme[.]example`. */
  domains: z.array(term).max(50),
  /** A post with one of these is not about the brand ("acme corporation cartoon"). */
  excludedWords: z.array(term).max(200),
  /** For an ambiguous name: a name alone counts only near one of these words. */
  contextWords: z.array(term).max(200),
});
export type Brand = z.infer<typeof brandSchema>;

/** Why a post was taken for a mention, shown to people as it is. */
export const matchSchema = z.object({
  brandId: z.string().min(1).max(60),
  /** The words of the post that matched, as written there. */
  matched: z.string().max(200),
  kind: z.enum(['name', 'handle', 'tag', 'domain']),
  /** False: an ambiguous name without context, shown as "Acme?". */
  sure: z.boolean(),
  reason: z.string().max(300),
});
export type Match = z.infer<typeof matchSchema>;
