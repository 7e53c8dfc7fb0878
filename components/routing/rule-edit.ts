/** A rule as somebody fills it in, and back. */
import type { Intent } from '#utils/model/intents.ts';
import type { Priority, Rule, RuleAct, RuleWhen } from '#utils/model/routing.ts';
import type { SiteId } from '#utils/model/site.ts';
import { routingWords as words } from './routing-words.ts';

export interface RuleEdit {
  id: string;
  isOn: boolean;
  words: string[];
  authors: string[];
  brands: string[];
  sites: string[];
  intents: string[];
  langs: string[];
  /** Empty: as it is. */
  deskId: string;
  priority: Priority | '';
  assignee: string;
  isSetAside: boolean;
  reason: string;
  /** What the form does not show stays as it was. */
  followers?: number | undefined;
}

export type RuleFaults = Partial<Record<'when' | 'does' | 'reason', string>>;

/** A rule that asks and does nothing yet. */
export function toNewRule(id: string): RuleEdit {
  return toRuleEdit({ id, isOn: true, when: {}, does: {} });
}

export function toRuleEdit({ id, isOn, when, does }: Rule): RuleEdit {
  return {
    id,
    isOn,
    words: when.words ?? [],
    authors: when.authors ?? [],
    brands: when.brands ?? [],
    sites: when.sites ?? [],
    intents: when.intents ?? [],
    langs: when.langs ?? [],
    deskId: does.deskId ?? '',
    priority: does.priority ?? '',
    assignee: does.assignee ?? '',
    isSetAside: does.setAside !== undefined,
    reason: does.setAside ?? '',
    followers: when.followers,
  };
}

/** The rule that was filled in or, by place in the form, what is missing. Parts that ask or do nothing are left out. */
export function readRuleEdit(edit: RuleEdit): { rule: Rule } | { faults: RuleFaults } {
  const when = toWhen(edit);
  const does = toAct(edit);
  const faults: RuleFaults = {
    ...(Object.keys(when).length === 0 ? { when: words.faults.when } : {}),
    ...(Object.keys(does).length === 0 ? { does: words.faults.does } : {}),
    ...(edit.isSetAside && edit.reason.trim() === '' ? { reason: words.faults.reason } : {}),
  };
  if (faults.reason !== undefined) delete faults.does;
  if (Object.keys(faults).length > 0) return { faults };
  return { rule: { id: edit.id, isOn: edit.isOn, when, does } };
}

function toWhen({ followers, ...edit }: RuleEdit): RuleWhen {
  const { words: said, authors, brands, sites, intents, langs } = edit;
  return {
    ...(brands.length > 0 ? { brands } : {}),
    ...(sites.length > 0 ? { sites: sites as SiteId[] } : {}),
    ...(said.length > 0 ? { words: said } : {}),
    ...(intents.length > 0 ? { intents: intents as Intent[] } : {}),
    ...(langs.length > 0 ? { langs } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(followers === undefined ? {} : { followers }),
  };
}

function toAct({ deskId, priority, assignee, isSetAside, reason }: RuleEdit): RuleAct {
  return {
    ...(deskId === '' ? {} : { deskId }),
    ...(priority === '' ? {} : { priority }),
    ...(assignee === '' ? {} : { assignee }),
    ...(isSetAside && reason.trim() !== '' ? { setAside: reason.trim() } : {}),
  };
}
