import type { LibraryEntry } from '#utils/model/library.ts';

/** For whom and where something is suggested, as far as it is known. */
export interface Asker {
  memberId?: string | undefined;
  brandId?: string | undefined;
  /** Two-letter code of the post's language; null where unsure. */
  lang?: string | null | undefined;
}

// What was said for another brand, or elsewhere, fits less often. Judgments: nobody has labeled any.
const OTHER_BRAND = 0.6;
const OTHER_SITE = 0.95;

const toBase = (tag: string) => tag.split('-')[0]?.toLowerCase();

/** Of replies the id begins with the site that they stand on. */
const siteOf = ({ kind, id }: LibraryEntry) => (kind === 'reply' ? id.split(':')[0] : undefined);

/**
 * How far an entry fits who asks and where, 0…1; 0: not to be suggested at all. A retired one never is, one that waits for
 * a lead only to its author, and one in another language than the post's to nobody.
 */
export function toFitWeight(entry: LibraryEntry, site: string, asker: Asker): number {
  const { state, memberId, lang, brandId } = entry;
  if (state === 'retired') return 0;
  if (state === 'proposed' && (memberId === null || memberId !== asker.memberId)) return 0;
  if (lang && asker.lang && toBase(lang) !== toBase(asker.lang)) return 0;
  const isOtherBrand = brandId && asker.brandId && brandId !== asker.brandId;
  const from = siteOf(entry);
  const isOtherSite = from !== undefined && from !== site;
  return (isOtherBrand ? OTHER_BRAND : 1) * (isOtherSite ? OTHER_SITE : 1);
}
