import { readLine } from '#utils/sites/dom/read-text.ts';
import { partSelectors } from './parts.ts';

/** What stands in the header of an advertisement, in the languages that Instagram is used in most. */
const LABELS = new Set(
  `Ad|Sponsored|Gesponsert|Sponsorisé|Publicidad|Patrocinado|Sponsorizzato|Gesponsord|Sponsrad|Sponsoreret|Sponset|
  Mainostettu|Sponsorowane|Sponzorováno|Sponzorované|Sponsorlu|Реклама|Спонсоровано|Χορηγούμενη|مُموَّل|ممول|ממומן|
  प्रायोजित|Bersponsor|Disponsori|Được tài trợ|ได้รับการสนับสนุน|贊助|赞助内容|広告|광고|Hirdetés|Sponsorizat`
    .split('|')
    .map((label) => label.trim()),
);

/** True for a post whose header, which stands above the actions, carries the label. Most have no address either. */
export function isAdvertisement(root: Element): boolean {
  if (!root.matches(partSelectors.article)) return false;
  const actions = root.querySelector(partSelectors.actions);
  return [...root.querySelectorAll('span')].some(
    (span) =>
      span.childElementCount === 0 &&
      (!actions || (span.compareDocumentPosition(actions) & 4) !== 0) &&
      LABELS.has(readLine(span)),
  );
}
