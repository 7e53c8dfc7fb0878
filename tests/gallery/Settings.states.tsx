import { toNewDesk } from '#components/settings/desk-edit.ts';
import { DeskForm } from '#components/settings/DeskForm.tsx';
import '#components/settings/settings.css';
import { EraseConfirm } from '#components/settings/EraseConfirm.tsx';
import { OnboardingView } from '#components/settings/OnboardingView.tsx';
import type { OnboardingProps } from '#components/settings/onboarding-props.ts';
import { OptionsView } from '#components/settings/OptionsView.tsx';
import type { OptionsProps } from '#components/settings/options-props.ts';
import { ReadingPart } from '#components/settings/ReadingPart.tsx';
import type { ReadingProps } from '#components/settings/reading-props.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import { anywhereProps, mendingProps, readingProps, taughtProps } from './reading-props.ts';
import { offline } from './samples.ts';
import { onboardingProps, optionsProps, voiceProps } from './settings-props.ts';
import type { States } from './states.ts';

const base = optionsProps();
const ana = { id: 'ana', name: 'Ana', role: 'lead' as const, handles: [] };
const away = 'No answer from https://hearback.acme.example. Check the address and your connection.';
const options = (over: Partial<OptionsProps>) => () => <OptionsView {...optionsProps(over)} />;
const onboarding = (over: Partial<OnboardingProps>) => () => (
  <OnboardingView {...onboardingProps(over)} />
);

const reading = (over: Partial<ReadingProps>) => () => (
  <main class="options">
    <h2>Sites</h2>
    <ReadingPart {...readingProps(over)} />
  </main>
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
        trouble: 'x',
        troubleKind: 'signedOut',
      },
    }),
    noTeam: options({ team: { ...base.team, team: null, me: null, trouble: null } }),
    teamMember: options({
      team: { ...base.team, me: { ...ana, id: 'me', role: 'member' } },
      history: null,
    }),
    teamLead: options({ team: { ...base.team, me: { ...ana, id: 'me' } } }),
    teamCopied: options({ team: { ...base.team, trouble: 'x', troubleKind: 'copied' } }),
    history: options({ section: 'history' }),
    historyLoading: options({
      section: 'history',
      history: base.history && { ...base.history, entries: null },
    }),
    historyEmpty: options({
      section: 'history',
      history: base.history && { ...base.history, entries: [], hasMore: false },
    }),
    historyAway: options({
      section: 'history',
      history: base.history && { ...base.history, entries: null, trouble: away },
    }),
    data: options({ section: 'data' }),
    dataAlone: options({
      section: 'data',
      data: { ...base.data, hasTeam: false, retentionDays: null },
    }),
    dataCounting: options({ section: 'data', data: { ...base.data, stored: null } }),
    dataMember: options({ section: 'data', data: { ...base.data, role: 'member' } }),
    dataAway: options({
      section: 'data',
      data: { ...base.data, retentionDays: null, trouble: away },
    }),
    eraseFound: () => (
      <main class="options">
        <EraseConfirm
          found={{
            what: { postKey: 'x:1' },
            label: 'https://x.com/lena_example/status/1001',
            post: { handle: 'lena_example', text: 'My Acme kettle stopped after two weeks.' },
            threads: 1,
            replies: 2,
            stories: 1,
          }}
          isBusy={false}
          onErase={() => undefined}
          onCancel={() => undefined}
        />
      </main>
    ),
    brands: options({ section: 'brands' }),
    desks: options({ section: 'desks' }),
    desksMember: options({
      section: 'desks',
      desks: {
        ...base.desks,
        canChange: false,
        notify: base.desks.notify && { ...base.desks.notify, quiet: null },
      },
    }),
    noDesks: options({ section: 'desks', desks: { ...base.desks, desks: [] } }),
    deskForm: () => (
      <main class="options">
        <DeskForm
          edit={{ ...toNewDesk('d', 'Europe/Berlin'), name: 'Support' }}
          onEdit={() => undefined}
          onSave={async () => null}
          onClose={() => undefined}
        />
      </main>
    ),
    webhooks: options({ section: 'webhooks' }),
    webhooksNone: options({
      section: 'webhooks',
      webhooks: base.webhooks && { ...base.webhooks, webhooks: [] },
    }),
    webhooksAway: options({
      section: 'webhooks',
      webhooks: base.webhooks && { ...base.webhooks, webhooks: null, trouble: away },
    }),
    noBrands: options({ section: 'brands', brands: { ...base.brands, brands: [] } }),
    sites: options({ section: 'sites' }),
    reading: reading({}),
    readingMember: reading({ canMend: false }),
    readingEmpty: reading({ sites: [] }),
    readingLoading: reading({ sites: null }),
    mending: reading({ mending: mendingProps() }),
    mendingFirst: reading({ mending: mendingProps({ teamSite: null }) }),
    mendingTaught: reading({ mending: taughtProps() }),
    mendingAnywhere: reading({ mending: anywhereProps() }),
    mendingAlone: reading({ mending: mendingProps({ hasTeam: false }) }),
    mendingNextPage: reading({ mending: mendingProps({ tabId: 9, reading: null }) }),
    mendingNoPage: reading({
      mending: mendingProps({ pages: [], tabId: null, reading: null }),
    }),
    mendingAway: reading({
      mending: mendingProps({
        reading: null,
        trouble: 'Hearback is not active on that page. Reload it and try again.',
      }),
    }),
    voice: options({ section: 'voice' }),
    voiceFirst: options({ section: 'voice', voice: voiceProps({ guide: DEFAULT_GUIDE }) }),
    voiceMember: options({ section: 'voice', voice: voiceProps({ canChange: false }) }),
    checks: options({ section: 'checks' }),
    checksMember: options({
      section: 'checks',
      checks: { ...optionsProps().checks, canChange: false },
    }),
    voiceLoading: options({ section: 'voice', voice: voiceProps({ guide: null }) }),
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
