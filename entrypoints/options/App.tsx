import { useEffect, useState } from 'preact/hooks';
import { OnboardingView } from '#components/settings/OnboardingView.tsx';
import { OptionsView } from '#components/settings/OptionsView.tsx';
import type { OptionsSection } from '#components/settings/options-props.ts';
import { useOnboarding } from '#components/data/use-onboarding.ts';
import { useOptions } from '#components/data/use-options.ts';

const sections: readonly OptionsSection[] = [
  'team',
  'brands',
  'sites',
  'library',
  'history',
  'data',
  'about',
];

function readPlace(): OptionsSection | 'welcome' {
  const [name = ''] = location.hash.slice(1).split('/', 1);
  if (name === 'welcome') return 'welcome';
  return sections.find((section) => section === name) ?? 'team';
}

/** The site in `#sites/x`, to be mended; null in other places. */
function readSite(): string | null {
  const [name, site = ''] = location.hash.slice(1).split('/', 2);
  return name === 'sites' && site !== '' ? decodeURIComponent(site) : null;
}

/** Options and, on the first run, onboarding; the address says which part is shown. */
export function App() {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const follow = () => setPlace(readPlace());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place === 'welcome' ? <Onboarding /> : <Options section={place} />;
}

function Options({ section }: { section: OptionsSection }) {
  const goTo = (to: OptionsSection) => {
    location.hash = to;
  };
  return <OptionsView {...useOptions(section, goTo, readSite())} />;
}

function Onboarding() {
  return <OnboardingView {...useOnboarding(null)} />;
}
