import { Mark } from '#components/ui/Mark.tsx';
import { Tabs, toTabPanel } from '#components/ui/Tabs.tsx';
import { AboutSection } from './AboutSection.tsx';
import { BrandsSection } from './BrandsSection.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import type { OptionsProps, OptionsSection } from './options-props.ts';
import { SitesSection } from './SitesSection.tsx';
import { TeamSection } from './TeamSection.tsx';
import { optionsWords as words } from './words.ts';

const sections: readonly OptionsSection[] = ['team', 'brands', 'sites', 'library', 'about'];

/** The options page. */
export function OptionsView(props: OptionsProps) {
  const { section, onSection } = props;
  return (
    <main class="options">
      <header class="row">
        <Mark />
        <h1>{words.title}</h1>
      </header>
      <Tabs
        name="options"
        label={words.title}
        tabs={sections.map((id) => ({ id, label: words.sections[id] }))}
        active={section}
        onTab={onSection}
      />
      <div class="options-section" {...toTabPanel('options', section)}>
        <h2>{words.sections[section]}</h2>
        <Section {...props} />
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
    case 'sites':
      return <SitesSection {...props.sites} />;
    case 'library':
      return <LibrarySection {...props.library} />;
    case 'about':
      return <AboutSection {...props.about} />;
  }
}
