import { readLine } from '../dom/read-text.ts';

/**
 * What the control says that brings an original back: in 2026 the only mark of a translation, for it stands in the
 * same box as the original. English known from the site, the other languages from memory.
 */
const SHOW_ORIGINAL = new Set(
  `Show original|See original|Original anzeigen|Afficher l’original|Voir l’original|Mostrar original|Ver original|
  Exibir original|Mostra originale|Visualizza originale|Origineel weergeven|Origineel tonen|Pokaż oryginał|
  Visa original|Vis original|Näytä alkuperäinen|Zobrazit originál|Показать оригинал|Orijinali göster|原文を表示|
  원문 보기|显示原文|查看原文|顯示原文|Tampilkan asli|عرض النص الأصلي`
    .split('|')
    .map((label) => label.trim().toLowerCase()),
);

/** True for the control that brings the original of a translated text back. */
export function isShowOriginal(control: Element): boolean {
  return SHOW_ORIGINAL.has(readLine(control).replaceAll("'", '’').toLowerCase());
}
