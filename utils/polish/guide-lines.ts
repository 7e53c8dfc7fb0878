import type { Guide } from '#utils/model/guide.ts';

/** What of the team's reply guide a model is told. */
export type PolishGuide = Pick<Guide, 'formality' | 'emoji' | 'use' | 'avoid'>;

/** As many words as are named: the first are those that a lead thought of first. */
const WORDS_MAX = 30;

/** The team's rules as sentences of ours; empty where it has none. Words that leads chose are not among them. */
export function toGuideRules({ formality, emoji, use, avoid }: PolishGuide): string[] {
  return [
    ...(formality === 'mirror' ? [] : [`Keep to ${formality} language and address.`]),
    ...(emoji === 'never' ? ['Use no emoji.'] : []),
    ...(use.length + avoid.length > 0
      ? ['Where the drafts leave the choice, keep to the word list of the team that is quoted.']
      : []),
  ];
}

/** The words that leads chose, to be quoted; empty where there are none. */
export function toWordList({ use, avoid }: PolishGuide): string {
  return [
    ...use.slice(0, WORDS_MAX).map((word) => `use: ${toLine(word)}`),
    ...avoid
      .slice(0, WORDS_MAX)
      .map(({ word, instead }) =>
        instead === undefined
          ? `avoid: ${toLine(word)}`
          : `avoid: ${toLine(word)}; say: ${toLine(instead)}`,
      ),
  ].join('\n');
}

function toLine(word: string): string {
  return word.replace(/\s+/gu, ' ');
}
