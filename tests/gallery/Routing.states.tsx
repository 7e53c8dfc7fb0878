import '#components/settings/settings.css';
import { KeptForms } from '#components/ui/use-kept.ts';
import { PartnersSection } from '#components/routing/PartnersSection.tsx';
import type { PartnersSectionProps } from '#components/routing/PartnersSection.tsx';
import { RoutingSection } from '#components/routing/RoutingSection.tsx';
import type { RoutingSectionProps } from '#components/routing/RoutingSection.tsx';
import { toRuleEdit } from '#components/routing/rule-edit.ts';
import { partnersProps, routingProps } from './routing-props.ts';
import type { States } from './states.ts';

const rules =
  (over: Partial<RoutingSectionProps> = {}, kept: Record<string, unknown> = {}) =>
  () => (
    <main class="options">
      <KeptForms.Provider value={new Map(Object.entries(kept))}>
        <RoutingSection {...routingProps(over)} />
      </KeptForms.Provider>
    </main>
  );
const partners =
  (over: Partial<PartnersSectionProps> = {}, kept: Record<string, unknown> = {}) =>
  () => (
    <main class="options">
      <KeptForms.Provider value={new Map(Object.entries(kept))}>
        <PartnersSection {...partnersProps(over)} />
      </KeptForms.Provider>
    </main>
  );
const known = routingProps().rules ?? [];
const [first, second] = known;

export const gallery: States = {
  width: 800,
  states: {
    rules: rules(),
    rulesEmpty: rules({ rules: [], mentions: [] }),
    rulesLoading: rules({ rules: null }),
    rulesTrying: rules({ mentions: null }),
    rulesMember: rules({ canChange: false }),
    rulesForm: rules({}, { rule: second && toRuleEdit(second) }),
    rulesSetAside: rules({}, { rule: first && toRuleEdit(first) }),
    rulesChanged: rules(
      {},
      { routing: { before: JSON.stringify(known), rules: known.toReversed() } },
    ),
    rulesChangedMeanwhile: rules({}, { routing: { before: '[]', rules: known.slice(1) } }),
    partners: partners(),
    partnersEmpty: partners({ partners: [] }),
    partnersForm: partners({}, { partner: partnersProps().partners?.[1] }),
  },
};
