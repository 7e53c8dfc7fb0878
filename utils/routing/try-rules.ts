/** What rules would have done with mentions that are there already, before anybody saves them. */
import type { Routing, Rule } from '#utils/model/routing.ts';
import { ruleParts, toRouter } from './route-mention.ts';
import type { RoutedMention, RoutedTo } from './route-mention.ts';

export interface RuleTrial {
  rule: Rule;
  /** Mentions to which it applies. */
  applies: number;
  /** Mentions of which it decides something; fewer where earlier rules had their say. */
  decides: number;
  /** `off`: it says nothing. `never`: it applied to none of these. `shadowed`: earlier rules decided all of it. */
  finding: 'off' | 'never' | 'shadowed' | null;
  /** Places of the first mentions that it decides, in the list that was given. */
  examples: number[];
}

export interface RulesTrial {
  rules: RuleTrial[];
  /** What becomes of each mention, in the order given. */
  routed: RoutedTo[];
  /** Mentions that no rule says anything of. */
  untouched: number;
}

/** Examples that are shown of each rule. */
const EXAMPLES = 5;

/** Tries rules against mentions. */
export function tryRules(
  routing: Pick<Routing, 'rules'>,
  mentions: readonly RoutedMention[],
): RulesTrial {
  const router = toRouter(routing);
  const routed = mentions.map((mention) => router.route(mention));
  const trials = new Map(
    routing.rules.map((rule) => [
      rule.id,
      { rule, applies: 0, decides: 0, finding: null, examples: [] } as RuleTrial,
    ]),
  );
  routed.forEach(({ applying, by }, at) => {
    for (const id of applying) {
      const trial = trials.get(id);
      if (!trial) continue;
      trial.applies += 1;
      if (!ruleParts.some((part) => by[part] === id)) continue;
      trial.decides += 1;
      if (trial.examples.length < EXAMPLES) trial.examples.push(at);
    }
  });
  const rules = [...trials.values()].map((trial) => ({ ...trial, finding: toFinding(trial) }));
  const untouched = routed.filter(({ applying }) => applying.length === 0).length;
  return { rules, routed, untouched };
}

function toFinding({ rule, applies, decides }: RuleTrial): RuleTrial['finding'] {
  if (!rule.isOn) return 'off';
  if (applies === 0) return 'never';
  return decides === 0 ? 'shadowed' : null;
}
