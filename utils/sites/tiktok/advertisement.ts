import { readLine } from '#utils/sites/dom/read-text.ts';

/** How TikTok marks an advertisement in its feed, in the languages that it is used in most. */
const LABELS = new Set(
  `Ad|Sponsored|Anzeige|Gesponsert|Werbung|Sponsorisé|Publicité|Publicidad|Patrocinado|Anuncio|Anúncio|Publicidade|
  Sponsorizzato|Annuncio|Gesponsord|Advertentie|Annons|Annonce|Sponset|Mainos|Sponsorowane|Reklama|Reklam|Sponsorlu|
  Реклама|広告|광고|广告|廣告|贊助|إعلان|مُموَّل|ממומן|Bersponsor|Iklan|Được tài trợ|โฆษณา|Hirdetés|Sponsorizat`
    .split('|')
    .map((label) => label.trim()),
);
export const advertisementSelectors = {
  line: 'span, p, div',
  // What people and controls write.
  written: 'a, button, [data-e2e*="desc"], [data-e2e*="author"], [data-e2e^="comment-"]',
};

/** True for an item of the feed with the label of an advertisement on a line of its own. */
export function isAdvertisement(part: Element): boolean {
  return [...part.querySelectorAll(advertisementSelectors.line)].some(
    (line) =>
      line.childElementCount === 0 &&
      LABELS.has(readLine(line)) &&
      line.closest(advertisementSelectors.written) === null,
  );
}
