/** A rule in plain words, as a person would say it. */
import type { Intent } from '#utils/model/intents.ts';
import type { Rule } from '#utils/model/routing.ts';

/** How things that rules name by id are called; what is not known any more says so itself. */
export interface RuleNames {
  brand: (id: string) => string;
  site: (id: string) => string;
  desk: (id: string) => string;
  member: (id: string) => string;
  intent: (id: Intent) => string;
}

const or = new Intl.ListFormat('en', { type: 'disjunction' });
const and = new Intl.ListFormat('en', { type: 'conjunction' });
/** Of a long list so many are named. */
const NAMED = 4;

/** “Complaints on X in German that say “refund” go to Support, at high priority.” */
export function describeRule({ when, does }: Rule, names: RuleNames): string {
  const what = toList(when.intents?.map((id) => names.intent(id).toLowerCase()));
  const parts = [
    what === null ? 'Mentions' : `Mentions that are ${what}`,
    toPart('of', when.brands?.map(names.brand)),
    toPart('on', when.sites?.map(names.site)),
    toPart('in', when.langs?.map(toLanguageName)),
    toPart(
      'by',
      when.authors?.map((handle) => `@${handle.replace(/^@/u, '')}`),
    ),
    when.followers === undefined
      ? null
      : `by somebody with ${when.followers.toLocaleString('en')} followers or more`,
    toPart(
      'that say',
      when.words?.map((word) => `“${word}”`),
    ),
  ].filter((part) => part !== null);
  return `${parts.join(' ')} ${toActs(does, names)}.`;
}

function toActs(does: Rule['does'], { desk, member }: RuleNames): string {
  const acts = [
    does.setAside === undefined ? null : `are set aside (“${does.setAside}”)`,
    does.deskId === undefined ? null : `go to ${desk(does.deskId)}`,
    does.priority === undefined ? null : `get ${does.priority} priority`,
    does.assignee === undefined ? null : `are for ${member(does.assignee)}`,
  ].filter((act) => act !== null);
  return acts.length === 0 ? 'stay as they are' : and.format(acts);
}

function toPart(before: string, values: readonly string[] | undefined): string | null {
  const list = toList(values);
  return list === null ? null : `${before} ${list}`;
}

function toList(values: readonly string[] | undefined): string | null {
  if (!values || values.length === 0) return null;
  if (values.length <= NAMED) return or.format(values);
  const more = values.length - (NAMED - 1);
  return or.format([...values.slice(0, NAMED - 1), `${more} others`]);
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function toLanguageName(lang: string): string {
  try {
    return languages.of(lang) ?? lang;
  } catch {
    return lang;
  }
}
