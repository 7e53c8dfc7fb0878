/** Where a mention goes by the team's rules. One pass over its words, however many rules there are. */
import type { Intent } from '#utils/model/intents.ts';
import type { Post } from '#utils/model/post.ts';
import type { Rule, RuleAct, Routing } from '#utils/model/routing.ts';
import { foldAccents, toWords } from '#utils/text/tokenize.ts';

/** What rules ask of a mention. */
export interface RoutedMention {
  post: Post;
  brandId: string;
  /** Null where nobody can say; rules that ask for an intent then do not apply. */
  intent: Intent | null;
  /** BCP 47, as told by the page or found from the words; null: unknown. */
  lang: string | null;
  /** Null where the page does not show how many follow the author. */
  followers: number | null;
}

/** One thing that a rule decides. */
export type RulePart = keyof RuleAct;
export const ruleParts: readonly RulePart[] = ['deskId', 'priority', 'assignee', 'setAside'];

export interface RoutedTo {
  /** For each thing the first rule in order that says it counts. */
  does: RuleAct;
  /** Which rule decided each. */
  by: Partial<Record<RulePart, string>>;
  /** All rules that apply, in order, also where an earlier one had decided. */
  applying: string[];
}

export interface Router {
  route(mention: RoutedMention): RoutedTo;
}

/** A word or group of words that a rule asks for. */
interface Phrase {
  rule: number;
  /** After the first word; what is looked for is in words where its script has spaces. */
  rest: readonly string[];
}

/** Reads the rules once for many mentions; rules that are off say nothing. */
export function toRouter({ rules }: Pick<Routing, 'rules'>): Router {
  const on = rules.filter(({ isOn }) => isOn).map((rule) => ({ rule, tests: toTests(rule) }));
  const phrases = new Map<string, Phrase[]>();
  /** Words of scripts without spaces, handles and signs: found as a part of the text. */
  const parts: { rule: number; part: string }[] = [];
  on.forEach(({ rule }, at) => {
    for (const phrase of rule.when.words ?? []) {
      const [first, ...rest] = toWords(phrase);
      if (first === undefined || UNSPACED.test(phrase) || SIGN.test(phrase)) {
        parts.push({ rule: at, part: fold(phrase) });
      } else {
        phrases.set(first, [...(phrases.get(first) ?? []), { rule: at, rest }]);
      }
    }
  });
  const findSaid = ({ text, title }: Post): ReadonlySet<number> => {
    const said = new Set<number>();
    const whole = title === undefined ? text : `${title}\n${text}`;
    const words = phrases.size === 0 ? [] : toWords(whole);
    words.forEach((word, at) => {
      for (const { rule, rest } of phrases.get(word) ?? []) {
        if (rest.every((one, nth) => words[at + 1 + nth] === one)) said.add(rule);
      }
    });
    const folded = parts.length === 0 ? '' : fold(whole);
    for (const { rule, part } of parts) if (folded.includes(part)) said.add(rule);
    return said;
  };
  return {
    route(mention) {
      const said = findSaid(mention.post);
      const routed: RoutedTo = { does: {}, by: {}, applying: [] };
      on.forEach(({ rule, tests }, at) => {
        const asksWords = (rule.when.words ?? []).length > 0;
        if ((asksWords && !said.has(at)) || !tests.every((test) => test(mention))) return;
        routed.applying.push(rule.id);
        for (const part of ruleParts) {
          const value = rule.does[part];
          if (value === undefined || routed.by[part] !== undefined) continue;
          Object.assign(routed.does, { [part]: value });
          routed.by[part] = rule.id;
        }
      });
      return routed;
    },
  };
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Handles, tags, prices and emoji are no words for whoever cuts a text into words. */
const SIGN = /[^\p{L}\p{M}\p{N}\s'’.,!?-]/u;

type Test = (mention: RoutedMention) => boolean;

/** What a rule asks beside words. A part that is empty asks nothing. */
function toTests({ when }: Rule): Test[] {
  const tests: Test[] = [];
  const asks = (
    values: readonly string[] | undefined,
    read: (mention: RoutedMention) => string,
  ) => {
    if (!values || values.length === 0) return;
    const wanted = new Set(values);
    tests.push((mention) => wanted.has(read(mention)));
  };
  asks(when.brands, ({ brandId }) => brandId);
  asks(when.sites, ({ post }) => post.site);
  asks(when.intents, ({ intent }) => intent ?? '');
  asks(when.langs?.map(toLanguage), ({ lang }) => (lang === null ? '' : toLanguage(lang)));
  asks(when.authors?.map(toHandle), ({ post }) => toHandle(post.author.handle));
  const { followers: least } = when;
  if (least !== undefined) tests.push(({ followers }) => followers !== null && followers >= least);
  return tests;
}

function toLanguage(lang: string): string {
  return (lang.split('-')[0] ?? '').toLowerCase();
}

function toHandle(handle: string): string {
  return handle.trim().replace(/^@/u, '').toLowerCase();
}

function fold(text: string): string {
  return foldAccents(text).toLowerCase();
}
