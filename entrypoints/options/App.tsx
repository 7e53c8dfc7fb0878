import { useEffect, useState } from 'preact/hooks';
import { OnboardingView } from '#components/settings/OnboardingView.tsx';
import { OptionsView } from '#components/settings/OptionsView.tsx';
import type { OptionsSection } from '#components/settings/options-props.ts';
import { useOnboarding } from '#components/data/use-onboarding.ts';
import { useOptions } from '#components/data/use-options.ts';
import { toPlace, toSiteToMend } from './place.ts';

/** Options and, on the first run, onboarding; the address says which part is shown. */
export function App() {
  const [place, setPlace] = useState(() => toPlace(location.hash));
  useEffect(() => {
    const follow = () => setPlace(toPlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place === 'welcome' ? <Onboarding /> : <Options section={place} />;
}

function Options({ section }: { section: OptionsSection }) {
  const goTo = (to: OptionsSection) => {
    location.hash = to;
  };
  return <OptionsView {...useOptions(section, goTo, toSiteToMend(location.hash))} />;
}

function Onboarding() {
  return <OnboardingView {...useOnboarding(null)} />;
}
