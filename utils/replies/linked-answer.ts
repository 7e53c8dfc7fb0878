/** Pointing to a public answer that stands already: one right answer serves many readers. */

const WORDS: Readonly<Record<string, string>> = {
  en: 'We have answered this here:',
  de: 'Das haben wir hier beantwortet:',
  es: 'Ya hemos respondido a esto aquí:',
  fr: 'Nous avons déjà répondu ici :',
  it: 'Abbiamo già risposto qui:',
  ja: 'こちらで回答しています：',
  nl: 'Dit hebben we hier beantwoord:',
  pt: 'Já respondemos a isso aqui:',
};

/** A short text that leads to an answer, in the customer's language; null in one that has no words here. */
export function toLinkText(permalink: string, lang: string | null | undefined): string | null {
  const words = WORDS[(lang ?? 'en').split('-')[0] ?? ''];
  return words === undefined || !permalink.startsWith('https://') ? null : `${words} ${permalink}`;
}
