/** The reply guide while somebody edits it. */
import type { Guide, GuideChange } from '#utils/model/guide.ts';
import { guideWords } from './guide-words.ts';

const words = guideWords.faults;

/** Longest word or phrase that a guide holds, characters. */
export const PHRASE_MAX = 60;
export const SIGNATURE_MAX = 80;
export const USE_MAX = 50;
export const AVOID_MAX = 100;

/** One line of the words to avoid, as typed: both may be empty. */
export interface AvoidLine {
  word: string;
  instead: string;
}

export type GuideEdit = Omit<GuideChange, 'avoid'> & { avoid: AvoidLine[] };

export interface GuideFaults {
  signature: string | null;
  /** One a line, null where all is well. */
  avoid: (string | null)[];
}

/** What editing begins with. */
export function toEdit({ changedBy: _by, changedAt: _at, avoid, ...guide }: Guide): GuideEdit {
  return { ...guide, avoid: avoid.map(({ word, instead = '' }) => ({ word, instead })) };
}

/** What is saved; lines without a word go. */
export function toChange(edit: GuideEdit): GuideChange {
  return {
    ...edit,
    signature: edit.signature.trim(),
    avoid: edit.avoid
      .map(({ word, instead }) => ({ word: word.trim(), instead: instead.trim() }))
      .filter(({ word }) => word !== '')
      .map(({ word, instead }) => (instead === '' ? { word } : { word, instead })),
  };
}

/** What has to be put right before it can be saved; null when nothing has. */
export function toFaults({ signature, use, avoid }: GuideEdit): GuideFaults | null {
  const faults = { signature: toSignatureFault(signature), avoid: toAvoidFaults(avoid, use) };
  return faults.signature === null && faults.avoid.every((one) => one === null) ? null : faults;
}

function toSignatureFault(signature: string): string | null {
  if (signature.trim().length > SIGNATURE_MAX) return words.signatureLong;
  const variables = signature.match(/\{[^{}]*\}/gu) ?? [];
  const unknown = variables.find((one) => !/^\{\s*(?:me|initials)\s*\}$/iu.test(one));
  return unknown === undefined ? null : words.unknownVariable(unknown);
}

function toAvoidFaults(avoid: readonly AvoidLine[], use: readonly string[]): (string | null)[] {
  const fold = (word: string) => word.trim().toLocaleLowerCase();
  const used = new Set(use.map(fold));
  const seen = new Set<string>();
  return avoid.map(({ word, instead }) => {
    const key = fold(word);
    if (key === '') return instead.trim() === '' ? null : words.needsWord;
    if (used.has(key)) return words.usedToo(word.trim());
    if (seen.has(key)) return words.twice(word.trim());
    seen.add(key);
    return null;
  });
}
