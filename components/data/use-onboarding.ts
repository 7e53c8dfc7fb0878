import { useState } from 'preact/hooks';
import type { OnboardingProps, OnboardingStep } from '#components/settings/onboarding-props.ts';
import { openDb } from '#utils/db/open.ts';
import type { Brand } from '#utils/model/brand.ts';
import { send } from '#utils/messages/send.ts';
import { openTab } from '#utils/platform/active-tab.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { joinByLink } from './team-acts.ts';
import { tryMatch } from './try-match.ts';
import { useLiveQuery } from './use-live-query.ts';
import { openPractice } from './practice.ts';
import { toWatched } from './watched.ts';
import { useSites } from './use-sites.ts';
import { attempt, useTeamState } from './use-team-state.ts';

const emptyBrand = (): Brand => ({
  id: crypto.randomUUID(),
  name: '',
  names: [],
  handles: [],
  domains: [],
  excludedWords: [],
  contextWords: [],
});

/** Everything that the first run shows and does, for `OnboardingView`. */
export function useOnboarding(inviteLink: string | null): OnboardingProps {
  const db = openDb();
  const { state } = useTeamState();
  const sites = useSites();
  const [step, setStep] = useState<OnboardingStep>('team');
  const [fresh] = useState(emptyBrand);
  const brands = useLiveQuery(() => db.brands.toArray(), []);

  return {
    step,
    team: state?.team ?? null,
    ...(inviteLink === null ? {} : { inviteLink }),
    brand: brands.value?.[0]?.body ?? fresh,
    teamWatches: state?.me?.role === 'member' ? toWatched(brands.value ?? []) : null,
    sites: sites.tiles,
    hasPractice: state !== null && state.server !== null,
    tryMatch,
    onStep(to) {
      setStep(to);
      if (to === 'done') void sites.finishOnboarding();
    },
    onJoin: joinByLink,
    async onSaveBrand(brand) {
      const known = brands.value?.find(({ id }) => id === brand.id)?.body;
      const isSame = known !== undefined && JSON.stringify(known) === JSON.stringify(brand);
      return isSame ? null : attempt(() => send('brand.save', brand));
    },
    onSite: sites.setSite,
    onOpenPractice() {
      if (state?.server) {
        void openPractice(db, state.server, brands.value?.[0]?.body.name ?? '', state.me?.name);
      }
    },
    onOpenSite(id) {
      const [pattern] = siteFacts[id].origins;
      if (pattern !== undefined) void openTab(pattern.replace(/\*$/, ''));
    },
  };
}
