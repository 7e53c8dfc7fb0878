import { toDice, toFeatures } from '#utils/text/similarity.ts';
import { toWords } from '#utils/text/tokenize.ts';
import { LIBRARY, toMethod, toSuggester } from './reply-baselines.ts';
import { shuffle, toComparable, toTrial, type Pair } from './reply-pairs.ts';
import { isHit, mean, toNearness } from './reply-scores.ts';

// An eighth of them has no good answer; fewer posts tell little of these.
const POSTS = 400;
// Of the whole library only the replies with most words in common with the true one are measured: no other comes near.
const NEAREST = 40;

/**
 * How often something is shown where nothing good could be: to posts for whose true reply no reply in the library reaches
 * a bar, and to posts of other brands. Shares are of these posts.
 */
export function measureSilence(pairs: readonly Pair[], brand: string, seed: number) {
  const { library, held } = toTrial(pairs, brand, seed, { held: POSTS, library: LIBRARY });
  const suggest = toMethod(toSuggester(library));
  const texts = [...new Set(library.map(({ reply }) => toComparable(reply)))];
  const features = texts.map((text) => toFeatures(toWords(text)));
  const hasAnswer = ({ reply }: Pair) => {
    const wanted = toFeatures(toWords(toComparable(reply)));
    const nearest = texts
      .map((text, index) => ({ text, alike: toDice(features[index] ?? wanted, wanted) }))
      .sort((one, other) => other.alike - one.alike)
      .slice(0, NEAREST);
    return isHit(
      toNearness(
        nearest.map(({ text }) => text),
        reply,
      ),
    );
  };
  const isShown = ({ customer }: Pair) => (suggest(customer).length > 0 ? 1 : 0);
  const unanswerable = held.filter((pair) => !hasAnswer(pair));
  const foreign = shuffle(
    pairs.filter((pair) => pair.brand !== brand),
    seed,
  ).slice(0, POSTS);
  return {
    unanswerable: unanswerable.length / held.length,
    shownWithoutAnswer: mean(unanswerable.map(isShown)),
    shownToOthers: mean(foreign.map(isShown)),
  };
}
