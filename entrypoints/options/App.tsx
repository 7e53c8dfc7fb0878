import { useEffect, useState } from 'preact/hooks';
import { OnboardingView } from '#components/settings/OnboardingView.tsx';
import { OptionsView } from '#components/settings/OptionsView.tsx';
import type { OptionsSection } from '#components/settings/options-props.ts';
import { useOnboarding } from '#components/data/use-onboarding.ts';
import { useOptions } from '#components/data/use-options.ts';
import { toPlace, toSiteToMend } from './place.ts';

/** Options and, on the first run, onboarding; the address says which part is shown. `readsSites`: it is an extension's. */
export function App({ readsSites = true }: { readsSites?: boolean }) {
  const [place, setPlace] = useState(() => toPlace(location.hash));
  useEffect(() => {
    const follow = () => setPlace(toPlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place === 'welcome' ? <Onboarding /> : <Options section={place} readsSites={readsSites} />;
}

function Options({ section, readsSites }: { section: OptionsSection; readsSites: boolean }) {
  const goTo = (to: OptionsSection) => {
    location.hash = to;
  };
  const options = useOptions(section, goTo, toSiteToMend(location.hash));
  // Where no other page is read there is nothing to switch on, and the browser's notifications are the page's own.
  const own = readsSites
    ? options
    : { ...options, sites: null, desks: { ...options.desks, notify: null } };
  return <OptionsView {...own} />;
}

function Onboarding() {
  return <OnboardingView {...useOnboarding(null)} />;
}
