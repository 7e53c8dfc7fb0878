import MiniSearch from 'minisearch';
import { learnAnswers } from '#utils/replies/answers/learn-answers.ts';
import { toAnswerWords } from '#utils/replies/answers/answer-model.ts';
import { toDice, toFeatures } from '#utils/text/similarity.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import { LIBRARY } from './reply-baselines.ts';
import { createRandom, toComparable, toEntries, toTrial, type Pair } from './reply-pairs.ts';
import { mean } from './reply-scores.ts';

const POSTS = 200;
const CHOICES = 100;
const SIMILAR = 80;
const RANKS = [1, 3, 10];

/**
 * The true reply among 99 others of the brand, by what suggestions rest on: by what was learned of the brand's answers, and
 * by how like it is to the answers to similar posts. Also by the words alone that post and reply share. Shares in which it comes among
 * the first 1, 3 and 10; equals share their ranks.
 */
export function measureOneOf100(pairs: readonly Pair[], brand: string, seed: number) {
  const { library, held } = toTrial(pairs, brand, seed, { held: 2 * POSTS, library: LIBRARY });
  const search = new MiniSearch<{ id: number; question: string }>({
    fields: ['question'],
    tokenize: toWords,
    processTerm: toStem,
  });
  search.addAll(library.map(({ customer }, id) => ({ id, question: customer })));
  const featuresOf = (text: string) => toFeatures(toWords(text).map(toStem));
  const answers = library.map(({ reply }) => featuresOf(toComparable(reply)));
  const replies = held.map(({ reply }) => toComparable(reply));
  const features = replies.map(featuresOf);
  const random = createRandom(seed);
  const model = learnAnswers(toEntries(library));
  const words = replies.map(toAnswerWords);
  const ranks = { learned: [] as number[], agreement: [] as number[], words: [] as number[] };
  for (let at = 0; at < Math.min(POSTS, held.length); at += 1) {
    const choices = [at];
    while (choices.length < CHOICES) {
      const other = Math.floor(random() * held.length);
      if (replies[other] !== replies[at]) choices.push(other);
    }
    const post = held[at]?.customer ?? '';
    const asked = featuresOf(post);
    const similar = search.search(post).slice(0, SIMILAR);
    const of = (choice: number) => features[choice] ?? asked;
    const byAgreement = choices.map((choice) =>
      similar.reduce(
        (sum, { id, score }) => sum + score * toDice(answers[Number(id)] ?? asked, of(choice)),
        0,
      ),
    );
    const rate = model?.rate(toAnswerWords(post));
    const none = words[at] ?? toAnswerWords('');
    ranks.learned.push(toRank(choices.map((choice) => rate?.(words[choice] ?? none) ?? 0)));
    ranks.agreement.push(toRank(byAgreement));
    ranks.words.push(toRank(choices.map((choice) => toDice(asked, of(choice)))));
  }
  const shares = (all: readonly number[]) =>
    RANKS.map((rank) => mean(all.map((one) => (one < rank ? 1 : 0))));
  return {
    learned: shares(ranks.learned),
    agreement: shares(ranks.agreement),
    words: shares(ranks.words),
  };
}

/** How many stand before the first, those equal to it by half. */
function toRank(scores: readonly number[]): number {
  const [own = 0, ...others] = scores;
  const equal = others.filter((one) => one === own).length;
  return others.filter((one) => one > own).length + equal / 2;
}
