import type { Match } from '#utils/model/brand.ts';
import { isInvisible } from './fold.ts';
import type { Span } from './hit-rules.ts';

const SHOWN_MAX = 120;

/** The words of the post as written there, without marks that could turn the line around, cut when very long. */
export function toShown(text: string, { start, end }: Pick<Span, 'start' | 'end'>): string {
  let shown = '';
  for (const char of text.slice(start, Math.min(end, start + 1_000))) {
    if (isInvisible(char)) continue;
    shown += /\s/.test(char) ? ' ' : char;
    if (shown.length >= SHOWN_MAX) return `${shown.trimEnd()}…`;
  }
  return shown.replaceAll(/ {2,}/g, ' ').toWellFormed();
}

interface Grounds {
  kind: Match['kind'];
  matched: string;
  sure: boolean;
  /** The context word that made it sure. */
  near: string | null;
  brandName: string;
}

/** Why a post was taken for a mention, or why that is not sure, for people. */
export function toReason({ kind, matched, sure, near, brandName }: Grounds): string {
  const what = kind === 'name' ? `"${matched}"` : matched;
  if (near !== null) return `${what} with "${near}" near it`;
  if (sure) return what;
  return `${what} alone: no word about ${toPossessive(brandName)} business near it`;
}

function toPossessive(name: string): string {
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}
