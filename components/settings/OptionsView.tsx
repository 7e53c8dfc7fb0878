import { useState } from 'preact/hooks';
import { PartnersSection } from '#components/routing/PartnersSection.tsx';
import { RoutingSection } from '#components/routing/RoutingSection.tsx';
import { Mark } from '#components/ui/Mark.tsx';
import { Tabs, toTabPanel } from '#components/ui/Tabs.tsx';
import { AboutSection } from './AboutSection.tsx';
import { BrandsSection } from './BrandsSection.tsx';
import { BuiltInModelRow } from './BuiltInModelRow.tsx';
import { ChecksSection } from './ChecksSection.tsx';
import { DesksSection } from './DesksSection.tsx';
import { DataSection } from './DataSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { LearnedRow } from './LearnedRow.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import { PicturesRow } from './PicturesRow.tsx';
import type { OptionsProps, OptionsSection } from './options-props.ts';
import { SitesSection } from './SitesSection.tsx';
import { TeamSection } from './TeamSection.tsx';
import { KeptForms } from '#components/ui/use-kept.ts';
import { WebhooksSection } from './WebhooksSection.tsx';
import { VoiceSection } from './VoiceSection.tsx';
import { optionsWords as words } from './words.ts';

const sections: readonly OptionsSection[] = [
  'team',
  'brands',
  'desks',
  'rules',
  'partners',
  'webhooks',
  'sites',
  'library',
  'voice',
  'checks',
  'history',
  'data',
  'about',
];

/** The options page. */
export function OptionsView(props: OptionsProps) {
  const { onSection, history } = props;
  const [forms] = useState(() => new Map<string, unknown>());
  const shown = sections.filter(
    (id) =>
      (id !== 'history' || history !== null) &&
      (id !== 'sites' || props.sites !== null) &&
      (id !== 'webhooks' || props.webhooks !== null),
  );
  // A section that is not, or no longer, for this person leads to the first.
  const section = shown.includes(props.section) ? props.section : 'team';
  return (
    <main class="options">
      <header class="row">
        <Mark />
        <h1>{words.title}</h1>
      </header>
      <Tabs
        name="options"
        label={words.title}
        tabs={shown.map((id) => ({ id, label: words.sections[id] }))}
        active={section}
        onTab={onSection}
      />
      <div class="options-section" {...toTabPanel('options', section)}>
        <h2>{words.sections[section]}</h2>
        <KeptForms.Provider value={forms}>
          <Section {...props} section={section} />
        </KeptForms.Provider>
      </div>
    </main>
  );
}

function Section(props: OptionsProps) {
  switch (props.section) {
    case 'team':
      return <TeamSection {...props.team} />;
    case 'brands':
      return <BrandsSection {...props.brands} />;
    case 'desks':
      return <DesksSection {...props.desks} />;
    case 'rules':
      return <RoutingSection {...props.routing} />;
    case 'partners':
      return <PartnersSection {...props.partners} />;
    case 'webhooks':
      return props.webhooks && <WebhooksSection {...props.webhooks} />;
    case 'sites':
      return props.sites && <SitesSection {...props.sites} />;
    case 'library':
      return (
        <>
          <LibrarySection {...props.library} />
          <section class="stack in-browser">
            <h2>{words.inThisBrowser}</h2>
            <LearnedRow {...props.learned} />
            <BuiltInModelRow {...props.model} />
            <PicturesRow {...props.pictures} />
          </section>
        </>
      );
    case 'voice':
      return <VoiceSection {...props.voice} />;
    case 'checks':
      return <ChecksSection {...props.checks} />;
    case 'history':
      return props.history && <HistorySection {...props.history} />;
    case 'data':
      return <DataSection {...props.data} />;
    case 'about':
      return <AboutSection {...props.about} />;
  }
}
