import { readLine } from '../dom/read-text.ts';
import { findOwnAll, postSelectors } from './parts.ts';

/** 2021 to 2026-10. */
export const advertisementSelectors = {
  tracked: '[data-testid="placementTracking"]',
  label: '[dir] > span',
};

/** How X marks an advertisement, in the languages that it is used in most. */
const LABELS = new Set(
  `Ad|Promoted|Anzeige|Gesponsert|Publicité|Sponsorisé|Anuncio|Promocionado|Anúncio|Promovido|Sponsorizzato|Annuncio|
  Advertentie|Uitgelicht|Annons|Annonce|Reklame|Mainos|Reklam|Reklama|Sponsorowane|Реклама|広告|プロモーション|광고|
  프로모션|广告|廣告|推荐|إعلان|विज्ञापन|Iklan|Dipromosikan|Διαφήμιση|מודעה|Quảng cáo|โฆษณา`
    .split('|')
    .map((label) => label.trim()),
);

/**
 * True for an advertisement. The tracking frame alone says nothing (ordinary posts with a film have it too):
 * an advertisement also lacks a time, or carries the label.
 */
export function isAdvertisement(post: Element, hasTime: boolean): boolean {
  if (!post.closest(advertisementSelectors.tracked)) return false;
  return !hasTime || findOwnAll(post, advertisementSelectors.label).some(isLabel);
}

function isLabel(span: Element): boolean {
  const { text, userName } = postSelectors;
  const isWritten = span.closest(`${text}, ${userName}, a, button`);
  return !isWritten && span.childElementCount === 0 && LABELS.has(readLine(span));
}
