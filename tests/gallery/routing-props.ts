import type { PartnersSectionProps } from '#components/routing/PartnersSection.tsx';
import type { RoutingSectionProps } from '#components/routing/RoutingSection.tsx';
import { toLanguages } from '#components/settings/languages.ts';
import { triageWords } from '#components/thread/triage-words.ts';
import { aPartner } from '#tests/support/board-builders.ts';
import { aPost } from '#tests/support/builders.ts';
import { INTENTS } from '#utils/model/intents.ts';
import type { Intent } from '#utils/model/intents.ts';
import type { Rule } from '#utils/model/routing.ts';

const rules: Rule[] = [
  {
    id: 'spam',
    isOn: true,
    when: { words: ['lottery', 'free gift card'] },
    does: { setAside: 'Lottery spam' },
  },
  {
    id: 'broken',
    isOn: true,
    when: { intents: ['complaint'], words: ['broken', 'stopped', 'refund'] },
    does: { deskId: 'support', priority: 'high' },
  },
  {
    id: 'press',
    isOn: true,
    when: { intents: ['press'], authors: ['daily_example', 'kitchen_news'] },
    does: { deskId: 'press', assignee: 'ana' },
  },
  { id: 'german', isOn: false, when: { langs: ['de'] }, does: { assignee: 'ben' } },
  { id: 'rest', isOn: true, when: { intents: ['complaint'] }, does: { deskId: 'support' } },
];

const aMention = (id: string, text: string, intent: Intent | null) => ({
  mention: {
    post: aPost({ id, text }),
    brandId: 'acme',
    intent,
    lang: 'en',
    followers: null,
  },
  shown: { threadId: `x:${id}`, handle: `customer_${id}`, text },
});

const mentions = [
  aMention('1', 'My Acme kettle stopped after two weeks. I want a refund.', 'complaint'),
  aMention('2', 'Acme, the lid arrived broken, again.', 'complaint'),
  aMention('3', 'Does the Acme Pro fit a standard socket?', 'question'),
  aMention('4', 'Win an Acme kettle in our lottery', 'noise'),
  aMention('5', 'Love my new Acme kettle', 'praise'),
];

const done = async () => null;

export function routingProps(over: Partial<RoutingSectionProps> = {}): RoutingSectionProps {
  return {
    rules,
    canChange: true,
    options: {
      brands: [
        { value: 'acme', label: 'Acme' },
        { value: 'bolt', label: 'Bolt' },
      ],
      sites: [
        { value: 'x', label: 'X' },
        { value: 'reddit', label: 'Reddit' },
      ],
      intents: INTENTS.map((id) => ({ value: id as string, label: triageWords.intents[id] })),
      langs: toLanguages(undefined),
      desks: [
        { value: 'press', label: 'Press' },
        { value: 'support', label: 'Support' },
      ],
      teammates: [
        { value: 'ana', label: 'Ana' },
        { value: 'ben', label: 'Ben' },
      ],
    },
    mentions,
    newId: () => 'new',
    onSave: done,
    ...over,
  };
}

export function partnersProps(over: Partial<PartnersSectionProps> = {}): PartnersSectionProps {
  return {
    partners: [
      aPartner(),
      aPartner({
        id: 'post',
        name: 'Example Post',
        helpsWith: 'Parcels that do not arrive',
        contact: '@example_post',
        note: 'Ask for the tracking number first.',
      }),
    ],
    newId: () => 'new',
    onSave: done,
    onRemove: done,
    onCopy: async () => true,
    ...over,
  };
}
