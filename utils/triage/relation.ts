/**
 * Whether a post is about the brand at all, by how its name was found and by what the team set aside as not about it or
 * took on. One brand's ambiguity tells nothing of another's, so each has a learner of its own.
 */
import type { Match } from '#utils/model/brand.ts';
import { readLanguage } from './language.ts';
import { Learner, toChances, type Example, type Reading } from './learner.ts';
import { toSimilar } from './similar.ts';
import type { PostReading } from './read.ts';

/** Order of the classes. */
const US = 0;
const NOT_US = 1;
/** Fewer words of people than this say nothing of other posts. */
const LESSONS_MIN = 3;
/** From this chance on it is said. */
const CHANCE_MIN = 0.7;
// How sure a match is, as natural logarithm of odds: a handle or an address hardly means somebody else.
const PRIOR = { address: 3, sure: 1, unsure: 0 };
// There are no rules to be kept in mind: a few words of people must do.
const STRENGTH = 2;
const LANGUAGE = 0.5;

export interface RelationLesson {
  post: PostReading;
  isUs: boolean;
}

export interface RelationVerdict {
  /** Null: nothing that people have said tells. */
  isUs: boolean | null;
  why: string;
}

/** What is known of one brand. */
export class RelationModel {
  readonly #learner = new Learner(2);
  readonly #examples: Example[];
  readonly #brandName: string;

  constructor(lessons: readonly RelationLesson[], brandName: string) {
    this.#brandName = brandName;
    this.#examples = lessons.map(({ post, isUs }) => ({
      // A confirmed match does not tell any more how it was found: words alone are learned.
      reading: toRelationReading(post, null),
      label: isUs ? US : NOT_US,
    }));
    this.#learner.teach(this.#examples);
  }

  judge(post: PostReading, match: Pick<Match, 'kind' | 'sure'>): RelationVerdict {
    const unknown = { isUs: null, why: '' };
    const count = (label: number) => this.#examples.filter((one) => one.label === label).length;
    const reading = toRelationReading(post, match);
    const { scores } = this.#learner.guess(reading);
    const [, chance = 0] = toChances(scores);
    const label = chance > 0.5 ? NOT_US : US;
    if (count(label) < LESSONS_MIN || Math.max(chance, 1 - chance) < CHANCE_MIN) return unknown;
    const similar = toSimilar(post.text, this.#learner, this.#examples, [label, 1 - label]);
    const posts = similar && `${similar.count} ${similar.count === 1 ? 'post' : 'posts'}`;
    const words = similar ? ` with ${similar.words}` : '';
    return label === NOT_US
      ? {
          isUs: false,
          why: `Probably not about ${this.#brandName}: the team set ${posts ?? 'posts like it'}${words} aside so`,
        }
      : {
          isUs: true,
          why: `Probably about ${this.#brandName}: the team took on ${posts ?? 'posts like it'}${words}`,
        };
  }
}

function toRelationReading(
  { text, reading }: PostReading,
  match: Pick<Match, 'kind' | 'sure'> | null,
): Reading {
  const language = readLanguage(text) ?? 'none';
  const features = new Map(
    [...reading.features].map(([feature, value]) => [feature, STRENGTH * value]),
  );
  // The language says much, as a brand is somebody else's name elsewhere.
  features.set(`lang:${language}`, LANGUAGE);
  const address = match?.kind === 'handle' || match?.kind === 'domain';
  const prior = address ? PRIOR.address : match?.sure === true ? PRIOR.sure : PRIOR.unsure;
  return { features, signals: reading.signals, prior: [prior / 2, -prior / 2] };
}
