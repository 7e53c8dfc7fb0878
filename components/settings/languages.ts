/** Languages to choose from, by their names. */
const TAGS =
  'ar bg cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  );

/** "German"; the code where the browser has no name for it. */
export function toLanguageName(lang: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** Languages to choose from, in the order of their names; with `own`, whatever it is. */
export function toLanguages(own: string | undefined): { value: string; label: string }[] {
  const all = own === undefined || TAGS.includes(own) ? TAGS : [own, ...TAGS];
  return all
    .map((value) => ({ value, label: toLanguageName(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}
