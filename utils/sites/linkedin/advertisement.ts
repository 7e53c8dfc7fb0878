import { readLine } from '../dom/read-text.ts';

/**
 * How LinkedIn marks an advertisement, in the languages that it is used in most: English seen 2026, the rest from
 * memory. There is no mark that does without words.
 */
const LABELS = new Set(
  `Promoted|Sponsored|Anzeige|Gesponsert|Sponsorisé|Post sponsorisé|Promocionado|Publicidad|Patrocinado|Promovido|
  Anúncio|Post sponsorizzato|Sponsorizzato|Promosso|Gepromoot|Gesponsord|Promowane|Treść promowana|Marknadsfört|
  Promoveret|Sponsoreret|Promotert|Mainostettu|Propagováno|Promovat|Продвигается|Реклама|Öne çıkarılan içerik|
  Tanıtılan|プロモーション|広告|광고|프로모션|广告|推广|廣告|宣傳內容|Dipromosikan|โปรโมท|مُروَّج|ترويج|प्रचारित`
    .split('|')
    .map((label) => label.trim()),
);

/** True when one of these elements is the label of an advertisement, alone or with whose it is ("Promoted by Acme"). */
export function isAdvertisementLabel(elements: Iterable<Element>): boolean {
  for (const element of elements) {
    if (element.childElementCount > 0) continue;
    const text = readLine(element).replace(/\s*[•·].*$/u, '');
    if (LABELS.has(text) || /^Promoted by\s/u.test(text)) return true;
  }
  return false;
}
