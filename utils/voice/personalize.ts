/**
 * Makes an answer that was found read as if it had been written to this customer: their name, their way to greet and
 * to speak, the team's signature. Works by small rules that are sure, says what it did and why, and leaves alone what
 * it cannot do safely. Numbers, addresses and negations always stay.
 */
import { fillVariables, type VariableValues } from '#utils/replies/variables.ts';
import { withoutCourtesies } from './courtesies.ts';
import { hasEmoji, withoutEmoji } from './emoji.ts';
import { toFormality, toFormName } from './formality.ts';
import { cutGreeting, hasGreeting, startLarge, startSmall, toGreeting } from './greeting.ts';
import { toVoiceLanguage, type VoiceLanguage } from './guess-language.ts';
import { keepsMeaning } from './meaning.ts';
import { toRegister } from './short-forms.ts';
import { cutSignature, sign, toSignature } from './signature.ts';
import type { Formality, VoiceChange, VoiceContext, VoiceRules } from './voice.ts';
import { voiceWords as words } from './words.ts';

export interface Personalized {
  text: string;
  /** In the order of the text's making; empty where nothing was to do. */
  changes: VoiceChange[];
}

/** Longest post that counts as one line, characters. */
const ONE_LINE_MAX = 120;
/** Rounds until a text stays the same; what is not at rest then is left alone. */
const ROUNDS_MAX = 4;

/** Never throws; the same again on its own text changes nothing. */
export function personalize(text: string, context: VoiceContext): Personalized {
  const { values, post, guide, languageOf = () => null } = context;
  const filled = fillVariables(text, values);
  const known = languageOf(filled);
  const customer: Customer = {
    text: post.text,
    language: toVoiceLanguage(post.text, languageOf(post.text) ?? post.lang ?? null),
    isOneLine: !post.text.trim().includes('\n') && post.text.trim().length <= ONE_LINE_MAX,
    usesEmoji: hasEmoji(post.text),
    greets: hasGreeting(post.text),
  };
  const signature = toSignature(guide.signature, values.me);
  const signatures = (context.teammates ?? [])
    .map((name) => toSignature(guide.signature, name))
    .filter((one) => one !== null);
  const toRound = (at: string): Round => {
    const language = toVoiceLanguage(at, known);
    return {
      guide,
      values,
      customer,
      language,
      wanted: toWanted(guide, customer, language),
      signature,
      signatures,
    };
  };
  const { text: made, changes } = toRest(filled, toRound);
  const notes = toNotes(made, toRound(made), known, languageOf(post.text));
  const named: VoiceChange[] = isNamed(text, made, values)
    ? [{ kind: 'variables', reason: words.named(values.name) }]
    : [];
  return { text: made, changes: [...named, ...changes, ...notes] };
}

interface Customer {
  text: string;
  language: VoiceLanguage | null;
  isOneLine: boolean;
  usesEmoji: boolean;
  greets: boolean;
}

interface Round {
  guide: VoiceRules;
  values: VariableValues;
  customer: Customer;
  /** Of the answer as it is now. */
  language: VoiceLanguage | null;
  wanted: Formality | null;
  signature: string | null;
  /** Of teammates. */
  signatures: string[];
}

function toWanted(
  { formality }: VoiceRules,
  customer: Customer,
  language: VoiceLanguage | null,
): Formality | null {
  if (formality !== 'mirror') return formality;
  const isSame = customer.language === null || customer.language === language;
  return isSame ? toFormality(customer.text, language) : null;
}

function isNamed(text: string, made: string, { name }: VariableValues): boolean {
  const isReal = name !== '' && !name.startsWith('@');
  return isReal && /\{\s*name\s*\}/iu.test(text) && made.includes(name);
}

/** One rule may make room for another, so that they are tried until the text stays as it is. */
function toRest(text: string, toRound: (at: string) => Round): Personalized {
  const changes: VoiceChange[] = [];
  let at = text;
  for (let rounds = 0; rounds < ROUNDS_MAX; rounds += 1) {
    const next = change(at, toRound(at));
    if (next.text === at) return keepsMeaning(text, at) ? { text: at, changes } : unchanged(text);
    at = next.text;
    changes.push(
      ...next.changes.filter(({ reason }) => changes.every((one) => one.reason !== reason)),
    );
  }
  return unchanged(text);
}

const unchanged = (text: string): Personalized => ({ text, changes: [] });

function change(text: string, round: Round): Personalized {
  const { guide, values, customer, language, wanted, signature } = round;
  const changes: VoiceChange[] = [];
  const note = (isChanged: boolean, kind: VoiceChange['kind'], reason: string) => {
    if (isChanged) changes.push({ kind, reason });
  };
  const { body: unsigned, tail } =
    signature === null ? { body: text, tail: '' } : cutSignature(text, signature, round.signatures);

  const calm = guide.emoji === 'never' || !customer.usesEmoji ? withoutEmoji(unsigned) : unsigned;
  note(calm !== unsigned, 'emoji', guide.emoji === 'never' ? words.emojiNever : words.emojiUnused);

  const names = [values.name, values.handle, values.handle.replace(/^@/u, '')];
  const { lead, greeting, body } = cutGreeting(calm, names);
  const short = customer.isOneLine ? withoutCourtesies(body) : body;
  note(short !== body, 'length', words.shorter);

  const spoken = language === 'en' && wanted ? toRegister(short, wanted) : short;
  const source = guide.formality === 'mirror' ? 'mirror' : 'guide';
  if (wanted) note(spoken !== short, 'formality', words.register[source][wanted]);

  const greeted = greet(spoken, { lead, greeting, round });
  changes.push(...greeted.changes);
  const made = lead + greeted.text;

  if (signature === null || made.trim() === '') return { text: made + tail, changes };
  const signed = tail.trim() === signature ? made + tail : sign(made, signature);
  note(signed !== made + tail, 'signature', words.signed(signature));
  return { text: signed, changes };
}

interface Greeting {
  lead: string;
  greeting: string;
  round: Round;
}

/** The body with the greeting that fits the customer and the guide. */
function greet(body: string, { lead, greeting, round }: Greeting): Personalized {
  const { guide, values, customer, language, wanted } = round;
  const isWished = guide.greeting === 'always' || (guide.greeting === 'mirror' && customer.greets);
  if (isWished) {
    const isGreeted = greeting !== '' || hasGreeting(lead + body);
    if (isGreeted || language === null || body.trim() === '') return unchanged(greeting + body);
    const name = lead.includes('@') ? '' : values.name;
    const hello = toGreeting(language, wanted ?? 'neutral', name, body);
    const reason = guide.greeting === 'always' ? words.greetsAlways : words.greetsBack;
    return { text: hello + startSmall(body, language), changes: [{ kind: 'greeting', reason }] };
  }
  if (greeting === '') return unchanged(body);
  const reason = guide.greeting === 'never' ? words.neverGreets : words.noGreeting;
  return { text: startLarge(body, [values.brand]), changes: [{ kind: 'greeting', reason }] };
}

/** What a person has to do themselves: no rule can turn du into Sie, or one language into another. */
function toNotes(
  made: string,
  { guide, language, wanted }: Round,
  ours: string | null,
  asked: string | null,
): VoiceChange[] {
  const [said, theirs] = [ours, asked].map((one) => one?.split('-')[0]);
  if (said && theirs && said !== theirs) {
    const reason = words.otherLanguage(toLanguageName(said), toLanguageName(theirs));
    return [{ kind: 'note', reason }];
  }
  const spoken = toFormality(made, language);
  if (!wanted || !spoken || wanted === spoken) return [];
  const [is, should] = [toFormName(spoken, language), toFormName(wanted, language)];
  if (is === null || should === null) return [];
  const say = guide.formality === 'mirror' ? words.otherForm : words.otherFormThanGuide;
  return [{ kind: 'note', reason: say(is, should) }];
}

let names: Intl.DisplayNames | undefined;

function toLanguageName(language: string): string {
  try {
    names ??= new Intl.DisplayNames('en', { type: 'language' });
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
