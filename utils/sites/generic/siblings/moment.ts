import { cleanLine } from '#utils/sites/dom/clean-text.ts';

/** An element that says when, by its kind. */
export const TIME = 'time, relative-time';
/** Elements that say it in words, where there is none of that kind. */
const LINE = 'a, span, abbr, small, li, td, div, p, dd, b, i, em';
const LINES_MAX = 80;

const UNITS = 's|secs?|m|mins?|h|hrs?|d|w|wks?|mo|y|yrs?';
const AGO =
  'ago|vor|il y a|hace|há|atrás|fa|geleden|sedan|siden|sitten|temu|před|назад|тому|önce|πριν|lalu|yang lalu|trước|ที่แล้ว|منذ|לפני';
const SHORT = new RegExp(`^\\d{1,3}\\s?(?:${UNITS})$`, 'iu');
const WORDED = new RegExp(`(?:^|\\s)(?:${AGO})(?:\\s|$)`, 'iu');
const UNSPACED =
  /^\d+\s?(?:秒|分|時間|小时|小時|日|天|週|周|か月|个月|個月|年|초|분|시간|일|주|개월|년)\s?(?:前|전)/u;
/** 5.10.2026, 5 October 2026, Oct 5, 2026, 08:15. */
const DATE =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th|\.)?\s\p{L}{3,}\.?,?\s\d{4}|\p{L}{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}年|\b\d{1,2}:\d{2}\b/u;
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/u;

/** The element that says when a post was written, outside of its text; null when none does. */
export function findMoment(
  item: Element,
  isOutside: (element: Element) => boolean,
): Element | null {
  const own = [...item.querySelectorAll(TIME)].filter(isOutside);
  if (own.length > 0) return own[0] ?? null;
  const lines = [...item.querySelectorAll(LINE)].filter((one) => one.childElementCount === 0);
  return lines.slice(0, LINES_MAX).find((line) => isOutside(line) && saysWhen(line)) ?? null;
}

/** The moment as ISO text, where the page gives it so. */
export function readMoment(moment: Element): string | null {
  const told = moment.getAttribute('datetime') ?? moment.getAttribute('title') ?? '';
  return ISO.test(told) ? told : null;
}

function saysWhen(line: Element): boolean {
  const text = cleanLine(line.textContent ?? '');
  if (text.length === 0 || text.length > 40) return false;
  if (ISO.test(line.getAttribute('title') ?? '') || ISO.test(text)) return true;
  return (
    DATE.test(text) ||
    SHORT.test(text) ||
    UNSPACED.test(text) ||
    (/\d/u.test(text) && WORDED.test(text))
  );
}
