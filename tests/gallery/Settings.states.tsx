import '#components/settings/settings.css';
import { OnboardingView } from '#components/settings/OnboardingView.tsx';
import type { OnboardingProps } from '#components/settings/onboarding-props.ts';
import { OptionsView } from '#components/settings/OptionsView.tsx';
import type { OptionsProps } from '#components/settings/options-props.ts';
import { offline } from './samples.ts';
import { onboardingProps, optionsProps } from './settings-props.ts';
import type { States } from './states.ts';

const base = optionsProps();
const options = (over: Partial<OptionsProps>) => () => <OptionsView {...optionsProps(over)} />;
const onboarding = (over: Partial<OnboardingProps>) => () => (
  <OnboardingView {...onboardingProps(over)} />
);

export const gallery: States = {
  width: 600,
  states: {
    team: options({}),
    teamOffline: options({ team: { ...base.team, connection: offline(), members: null } }),
    signedOut: options({
      team: {
        ...base.team,
        connection: { ...base.team.connection, state: 'offline', waiting: 1 },
        isSignedOut: true,
        trouble: 'This browser was signed out of the team. Join again with a new invite link.',
      },
    }),
    noTeam: options({ team: { ...base.team, team: null, me: null, trouble: null } }),
    brands: options({ section: 'brands' }),
    noBrands: options({ section: 'brands', brands: { ...base.brands, brands: [] } }),
    sites: options({ section: 'sites' }),
    library: options({ section: 'library' }),
    libraryEmpty: options({
      section: 'library',
      library: { ...base.library, entries: [], count: 0 },
    }),
    libraryLoading: options({
      section: 'library',
      library: { ...base.library, entries: null, count: null },
    }),
    about: options({ section: 'about' }),
    welcomeTeam: onboarding({}),
    welcomeJoined: onboarding({ team: { id: 't', name: 'Acme Care' } }),
    welcomeBrand: onboarding({ step: 'brand' }),
    welcomeWatched: onboarding({ step: 'brand', teamWatches: ['Acme', '@acmecare'] }),
    welcomeUnnamed: onboarding({ step: 'brand', teamWatches: [] }),
    welcomeSites: onboarding({ step: 'sites' }),
    welcomeDone: onboarding({ step: 'done' }),
    welcomeDoneAlone: onboarding({ step: 'done', hasPractice: false }),
    welcomeDoneNoSites: onboarding({ step: 'done', hasPractice: false, sites: [] }),
  },
};
