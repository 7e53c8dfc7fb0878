/**
 * What a mention is: what its writer wants, how soon, and whether it is about the brand at all. Rules in plain words
 * decide until people have said something; then what was learned from them is mixed in, and where neither is clear
 * enough nothing is said.
 */
import type { Match } from '#utils/model/brand.ts';
import { INTENTS, URGENCIES, type Intent, type Urgency } from '#utils/model/intents.ts';
import type { Post } from '#utils/model/post.ts';
import type { Lesson } from './labels.ts';
import { Learner, toChances, type Example } from './learner.ts';
import { quote } from './quote.ts';
import { readPost, type PostReading } from './read.ts';
import { RelationModel, type RelationLesson } from './relation.ts';
import { CHANCE_MIN } from './rule-intent.ts';
import { toRuleWords } from './rules.ts';
import { toSimilar } from './similar.ts';
import { toText } from './to-text.ts';
import { judgeUrgency, toUrgencyScores } from './urgency.ts';

/** What is said of a post. Reasons are sentences without a full stop. */
export interface Verdict {
  /** Null: unsure. */
  intent: Intent | null;
  why: string;
  urgency: Urgency;
  urgencyWhy: string;
  /** False: it is probably about somebody else; null: nothing that people have said tells. */
  isUs: boolean | null;
}

/** Labels that are learned from, the newest; older ones were of another time. */
export const LESSONS_MAX = 1_500;
/** With fewer words of people on urgency the rules stand alone. */
const URGENCY_LESSONS_MIN = 5;

const plurals: Record<Intent, string> = {
  question: 'questions',
  complaint: 'complaints',
  praise: 'praise',
  buying: 'buying interest',
  press: 'press or crisis',
  abuse: 'abuse',
  noise: 'noise',
};

/** Judges posts by rules and by what it was taught. */
export interface Judge {
  judge(post: Pick<Post, 'title' | 'text'>, match?: Match): Verdict;
  /** From how many threads it has learned. */
  readonly learnedFrom: number;
}

export interface JudgeOptions {
  /** By brand id, for reasons. */
  brandNames?: ReadonlyMap<string, string>;
  /** Lessons that are learned from; for measuring. */
  most?: number;
  /** Reads a post, or gives what was read of it before. */
  read?: (text: string) => PostReading;
}

/** A judge taught by these lessons, the newest first; about 30 ms for a thousand that were read before. */
export function createJudge(lessons: readonly Lesson[] = [], options: JudgeOptions = {}): Judge {
  return new TaughtJudge(lessons.slice(0, options.most ?? LESSONS_MAX), options);
}

class TaughtJudge implements Judge {
  readonly learnedFrom: number;
  readonly #intents = new Learner(INTENTS.length);
  readonly #intentExamples: Example[] = [];
  readonly #urgencies = new Learner(URGENCIES.length);
  readonly #urgencyExamples: Example[] = [];
  readonly #relations = new Map<string, RelationModel>();

  readonly #read: (text: string) => PostReading;

  constructor(lessons: readonly Lesson[], { brandNames, read = readPost }: JudgeOptions) {
    this.learnedFrom = lessons.length;
    this.#read = read;
    const relations = new Map<string, RelationLesson[]>();
    for (const { text, brandId, intent, urgency, isUs } of lessons) {
      const post = read(text);
      const { reading } = post;
      if (intent !== undefined) {
        this.#intentExamples.push({ reading, label: INTENTS.indexOf(intent) });
      }
      if (urgency !== undefined) {
        const prior = toUrgencyScores(judgeUrgency(post.signals, intent ?? null).urgency);
        const example = { reading: { ...reading, prior }, label: URGENCIES.indexOf(urgency) };
        this.#urgencyExamples.push(example);
      }
      if (isUs !== undefined) {
        const known = relations.get(brandId) ?? [];
        relations.set(brandId, [...known, { post, isUs }]);
      }
    }
    this.#intents.teach(this.#intentExamples);
    this.#urgencies.teach(this.#urgencyExamples);
    for (const [brandId, own] of relations) {
      const name = brandNames?.get(brandId) ?? 'the brand';
      this.#relations.set(brandId, new RelationModel(own, name));
    }
  }

  judge(post: Pick<Post, 'title' | 'text'>, match?: Match): Verdict {
    const read = this.#read(toText(post));
    const relation = match && this.#relations.get(match.brandId)?.judge(read, match);
    const isUs = relation?.isUs ?? null;
    const { intent, why } =
      isUs === false
        ? { intent: 'noise' as const, why: relation?.why ?? '' }
        : this.#judgeIntent(read);
    return { intent, why, isUs, ...this.#judgeUrgency(read, intent) };
  }

  #judgeIntent(read: PostReading): { intent: Intent | null; why: string } {
    const { scores, learned } = this.#intents.guess(read.reading);
    const chances = toChances([...scores, 0]).slice(0, INTENTS.length);
    const [best = 0, second = 0] = chances
      .map((_, at) => at)
      .toSorted((one, other) => (chances[other] ?? 0) - (chances[one] ?? 0));
    const intent = INTENTS[best];
    if (intent === undefined || (chances[best] ?? 0) < CHANCE_MIN) {
      return { intent: null, why: 'Its words do not tell' };
    }
    const words = quote(toRuleWords(read.signals, intent));
    const similar = this.#toSimilar(read, best, second, learned);
    const why = [words === '' ? '' : `Words: ${words}`, similar].filter(Boolean).join('. ');
    return { intent, why: why === '' ? 'Like most that the team has labeled' : why };
  }

  /** What the team has called so, where that was what decided, or was much of it. */
  #toSimilar(read: PostReading, best: number, second: number, learned: readonly number[]): string {
    const gain = (learned[best] ?? 0) - (learned[second] ?? 0);
    const intent = INTENTS[best];
    if (gain <= 0 || intent === undefined) return '';
    const { text } = read;
    const similar = toSimilar(text, this.#intents, this.#intentExamples, [best, second]);
    if (similar === null) return '';
    const posts = similar.count === 1 ? 'a similar post' : `${similar.count} similar posts`;
    return `The team called ${posts} ${plurals[intent]} (${similar.words})`;
  }

  #judgeUrgency(read: PostReading, intent: Intent | null) {
    const ruled = judgeUrgency(read.signals, intent);
    const byRules = { urgency: ruled.urgency, urgencyWhy: ruled.why };
    if (this.#urgencyExamples.length < URGENCY_LESSONS_MIN) return byRules;
    const prior = toUrgencyScores(ruled.urgency);
    const { scores } = this.#urgencies.guess({ ...read.reading, prior });
    const best = scores.indexOf(Math.max(...scores));
    const urgency = URGENCIES[best];
    if (urgency === undefined || urgency === ruled.urgency) return byRules;
    const labels = [best, URGENCIES.indexOf(ruled.urgency)] as const;
    const similar = toSimilar(read.text, this.#urgencies, this.#urgencyExamples, labels);
    if (similar === null) return byRules;
    const posts = similar.count === 1 ? 'a similar post' : `${similar.count} similar posts`;
    return { urgency, urgencyWhy: `The team said so of ${posts} (${similar.words})` };
  }
}
