/** What a post wants, by plain words alone: the whole judgment of a team that has said nothing yet. */
import { INTENTS, type Intent } from '#utils/model/intents.ts';
import type { Signal } from './signal-words.ts';
import type { Signals } from './signals.ts';

type Weights = Partial<Record<Signal, number>>;

/**
 * How much one word of a signal speaks for an intent, as natural logarithms of odds against "cannot tell"; set by hand
 * and looked at on posts of several trades. A complaint is said in many ways, praise in few.
 */
const weights: Record<Intent, { start: number; of: Weights }> = {
  complaint: {
    start: -1.1,
    of: {
      long: 0.8,
      addressed: 0.1,
      upset: 1.5,
      strongUpset: 2.3,
      fault: 1.4,
      waiting: 1.1,
      unanswered: 1.5,
      money: 1.1,
      leaving: 1.4,
      mock: 3,
      upsetSign: 1,
      lockedOut: 1.6,
      danger: 0.6,
      swearing: 1.2,
      abuse: 0.8,
      request: 0.15,
      mark: 0.1,
      thanks: -0.9,
      solved: -0.5,
      happySign: -0.8,
      strongPraise: -0.7,
      asking: -0.2,
      wish: -0.4,
      link: -0.5,
      tagged: -0.3,
      advert: -1,
      press: -0.5,
    },
  },
  praise: {
    start: -1,
    of: {
      praise: 1.1,
      strongPraise: 2,
      thanks: 1.6,
      solved: 0.7,
      happySign: 1.2,
      mock: -3,
      upset: -0.7,
      strongUpset: -1.5,
      fault: -0.5,
      waiting: -0.5,
      unanswered: -1.2,
      money: -0.5,
      mark: -1,
      asking: -0.5,
      request: -0.3,
      upsetSign: -0.8,
      wish: -0.3,
      link: -0.4,
      tagged: -0.2,
      advert: -1,
    },
  },
  question: {
    start: -1.2,
    of: {
      mark: 1.5,
      asking: 0.9,
      request: 0.5,
      wish: 0.4,
      price: 0.3,
      upset: -0.4,
      strongUpset: -1,
      strongPraise: -0.3,
      mock: -1,
      advert: -0.8,
      press: -1,
      unanswered: -0.3,
    },
  },
  buying: {
    start: -3.2,
    of: { buying: 2.2, price: 1.6, mark: 0.6, fault: -0.8, money: -1, upset: -0.8, advert: -1.2 },
  },
  press: {
    start: -3.4,
    of: { press: 3, crisis: 2, advert: -1, happySign: -0.6, thanks: -0.5, request: -0.2 },
  },
  abuse: {
    start: -2.4,
    of: {
      abuse: 2.6,
      swearing: 0.8,
      strongUpset: 0.2,
      thanks: -0.8,
      strongPraise: -0.5,
      mark: -0.2,
    },
  },
  noise: {
    start: -2.2,
    of: {
      advert: 2.2,
      tagged: 0.5,
      shared: 0.3,
      link: 0.3,
      mark: -0.6,
      asking: -0.4,
      fault: -0.6,
      upset: -0.6,
      request: -0.5,
      thanks: -0.4,
    },
  },
};

/** A second word of a kind adds less than the first, a fourth next to nothing. */
const SATURATION = [0, 1, 1.5, 1.75];

/** How strong a signal is, from the number of its words. */
export function toStrength(words: readonly string[] | undefined): number {
  return SATURATION[Math.min(words?.length ?? 0, SATURATION.length - 1)] ?? 0;
}

/** For each intent, in the order of `INTENTS`, how the rules stand to it; 0 is "cannot tell". */
export function toRuleScores(signals: Signals): number[] {
  return INTENTS.map((intent) => {
    const { start, of } = weights[intent];
    let score = start;
    for (const [signal, words] of signals) score += (of[signal] ?? 0) * toStrength(words);
    return score;
  });
}

/** How a post is made is no word that could be quoted. */
const FORMS = new Set<Signal>(['addressed', 'link', 'tagged', 'shared', 'long']);

/** The words that speak for an intent, those of the strongest signal first. */
export function toRuleWords(signals: Signals, intent: Intent): string[] {
  const { of } = weights[intent];
  return [...signals]
    .filter(([signal]) => (of[signal] ?? 0) > 0 && !FORMS.has(signal))
    .toSorted(([one], [other]) => (of[other] ?? 0) - (of[one] ?? 0))
    .flatMap(([, words]) => words);
}
