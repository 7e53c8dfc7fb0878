import { browser } from './browser.ts';

/** A language that takes less than this share of a text, %, is not the text's. */
const SHARE_MIN = 70;

/**
 * Two-letter code of a text's language by the browser's own detector; null where that is not sure, as of most short
 * texts. The text stays in this browser. Never rejects.
 */
export async function detectLanguage(text: string): Promise<string | null> {
  try {
    const { isReliable, languages } = await browser.i18n.detectLanguage(text);
    const [first] = languages;
    if (!isReliable || !first || first.percentage < SHARE_MIN || first.language === 'und')
      return null;
    return first.language.split('-')[0] ?? null;
  } catch {
    return null;
  }
}
