import { aDesk } from '#tests/support/board-builders.ts';
import type { OnboardingProps } from '#components/settings/onboarding-props.ts';
import { createReadAs } from '#components/data/read-as.ts';
import type { VoiceSectionProps } from '#components/settings/guide-props.ts';
import type { OptionsProps, SiteTile, TryMatch } from '#components/settings/options-props.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { Brand } from '#utils/model/brand.ts';
import { libraryProps } from './library-props.ts';
import { readingProps } from './reading-props.ts';
import { partnersProps, routingProps } from './routing-props.ts';
import { GERMAN, HOUR, HTML, MINUTE, NOW } from './samples.ts';

const done = async () => null;
const noop = () => undefined;

const brand: Brand = {
  id: 'acme',
  name: 'Acme',
  names: ['Acme Kettle', GERMAN],
  handles: ['acmecare'],
  domains: ['acme.example'],
  excludedWords: ['cartoon'],
  contextWords: [],
};

const tryMatch: TryMatch = (text, { name }) => {
  const start = name === '' ? -1 : text.indexOf(name);
  return start === -1
    ? { matches: [], reason: 'Nothing here matches.' }
    : {
        matches: [{ start, end: start + name.length, sure: true }],
        reason: `“${name}” is the name of the brand.`,
      };
};

const aTile = (tile: Pick<SiteTile, 'id' | 'name' | 'about'> & Partial<SiteTile>): SiteTile => ({
  group: 'networks',
  isOn: false,
  mode: 'full',
  ...tile,
});

const sites: SiteTile[] = [
  aTile({ id: 'x', name: 'X', about: 'Home, search and conversations.', isOn: true }),
  aTile({ id: 'reddit', name: 'Reddit', about: 'New and old Reddit.' }),
  aTile({ id: 'bluesky', name: 'Bluesky', about: 'Feeds and threads.', isOn: true, mode: 'quiet' }),
  aTile({ id: 'github', name: 'GitHub', about: 'Issues and discussions.', group: 'developers' }),
  aTile({ id: 'trustpilot', name: 'Trustpilot', about: 'Reviews, to read.', group: 'reviews' }),
];

const me = {
  id: 'me',
  name: 'Mia',
  role: 'owner' as const,
  handles: [{ site: 'x' as const, handle: 'mia_example' }],
};

function aDevice(id: string, memberId: string, name: string, ago: number) {
  return { id, memberId, name, createdAt: NOW - 9 * 24 * HOUR, seenAt: NOW - ago };
}

/** The reply guide of a team that signs and avoids two words, for who may change it. */
export function voiceProps(over: Partial<VoiceSectionProps> = {}): VoiceSectionProps {
  return {
    now: NOW,
    guide: {
      ...DEFAULT_GUIDE,
      signature: '^{me}',
      use: ['AcmeCare', 'sign in'],
      avoid: [{ word: 'guys', instead: 'everyone' }, { word: GERMAN }],
      checksOff: ['link'],
      changedBy: 'ana',
      changedAt: NOW - 3 * HOUR,
    },
    names: { me: 'Mia', ana: 'Ana' },
    leads: ['Mia', 'Ana'],
    canChange: true,
    readAs: createReadAs('Acme', 'Mia Kern'),
    onSave: done,
    ...over,
  };
}

/** The options of an owner with one brand and two answers. */
export function optionsProps(over: Partial<OptionsProps> = {}): OptionsProps {
  return {
    section: 'team',
    onSection: noop,
    team: {
      now: NOW,
      connection: { state: 'live', asOf: NOW, clockOffset: 0, waiting: 0 },
      team: { id: 't', name: 'Acme Care' },
      me,
      server: 'https://hearback.acme.example',
      trouble: null,
      troubleKind: null,
      isSignedOut: false,
      members: [
        me,
        { id: 'ana', name: 'Ana', role: 'lead', handles: [] },
        { id: 'ben', name: HTML, role: 'member', handles: [] },
      ],
      sites,
      devices: [
        aDevice('d1', 'me', 'Chrome on Linux', 0),
        aDevice('d2', 'me', 'Firefox on Windows', 3 * 24 * HOUR),
        aDevice('d3', 'ana', 'Edge on Mac', 5 * MINUTE),
        aDevice('d4', 'ben', HTML, 26 * HOUR),
      ],
      ownDeviceId: 'd1',
      onRevokeDevice: done,
      onInviteDevice: async () => ({
        link: 'https://hearback.acme.example/join#team.one-secret-of-many-letters-and-digits',
        expiresAt: NOW + 72 * HOUR,
      }),
      onSetRole: done,
      onRemoveMember: done,
      onJoin: done,
      onInvite: async () => ({ refused: 'The team cannot be reached. Try again in a minute.' }),
      onCopy: async () => true,
      onSaveMember: done,
      onLeave: done,
    },
    brands: { brands: [brand], newId: () => 'new', tryMatch, onSave: done, onRemove: done },
    sites: {
      sites,
      origins: ['https://forum.example'],
      onSite: done,
      onMode: done,
      onAddOrigin: done,
      onRemoveOrigin: done,
      reading: readingProps(),
    },
    learned: { learnedFrom: 42, onForget: async () => null },
    pictures: { isOn: false, isBusy: false, onSwitch: () => undefined },
    model: { state: 'absent', isOn: false, isBusy: false, onSwitch: () => undefined },
    library: libraryProps(),
    voice: voiceProps(),
    desks: {
      desks: [aDesk(), aDesk({ id: 'press', name: 'Press', firstReply: null, nextReply: null })],
      canChange: true,
      timeZone: 'Europe/Berlin',
      newId: () => 'new',
      onSave: async () => null,
      onRemove: async () => null,
      notify: { quiet: { from: 1_320, to: 420 }, onSwitch: done, onQuiet: done },
    },
    routing: routingProps(),
    partners: partnersProps(),
    webhooks: {
      now: NOW,
      webhooks: [
        {
          id: 'chat',
          name: '#support',
          origin: 'https://chat.example',
          kind: 'slack',
          events: ['theme', 'late'],
          waiting: 0,
          lastOkAt: NOW - HOUR,
          failing: null,
          isPaused: false,
        },
        {
          id: 'program',
          name: GERMAN,
          origin: 'https://tickets.example',
          kind: 'json',
          events: ['theme'],
          waiting: 3,
          lastOkAt: null,
          failing: { since: NOW - 26 * HOUR, why: 'It answered 500.' },
          isPaused: true,
        },
      ],
      trouble: null,
      onSave: async () => ({ secret: null }),
      onRemove: done,
      onTest: done,
      onLook: noop,
      onCopy: async () => true,
    },
    checks: { off: ['link'], leads: ['Mia', 'Ana'], canChange: true, onOff: done },
    history: {
      now: NOW,
      entries: [
        {
          id: '1',
          at: NOW - 4 * MINUTE,
          memberId: 'ana',
          action: 'claim.takenOver',
          target: 'x:1',
        },
        { id: '2', at: NOW - HOUR, memberId: 'me', action: 'device.revoked', target: 'd9' },
        { id: '3', at: NOW - 5 * HOUR, memberId: 'me', action: 'member.removed', target: 'gone' },
        { id: '4', at: NOW - 30 * HOUR, memberId: null, action: 'team.restored', target: 't' },
        { id: '5', at: NOW - 31 * HOUR, memberId: 'ben', action: 'new.act', target: HTML },
      ],
      names: { me: 'Mia', ana: 'Ana', ben: GERMAN },
      threads: {
        'x:1': {
          author: 'lena_example',
          place: 'X',
          permalink: 'https://x.com/lena_example/status/1',
        },
      },
      hasMore: true,
      isBusy: false,
      trouble: null,
      onMore: noop,
      onSaveAll: done,
    },
    data: {
      role: 'owner',
      hasTeam: true,
      stored: {
        threads: 1_204,
        replies: 981,
        stories: 57,
        pictures: 12,
        library: 340,
        team: 31,
        drafts: 2,
        waiting: 0,
      },
      onFindPerson: async (_site, author) => ({
        label: `@${author} · X`,
        items: [
          { id: 'x:1', what: 'post', text: 'My kettle stopped.', at: NOW - 30 * HOUR },
          { id: 'x:2', what: 'answer', text: 'Please press the base once.', at: NOW - 29 * HOUR },
        ],
        count: 2,
        onSave: noop,
      }),
      retentionDays: 90,
      trouble: null,
      sites,
      onSaveRetention: done,
      onFindErasable: async (wish) => ({
        what: 'link' in wish ? { postKey: 'x:1' } : wish,
        label: 'link' in wish ? wish.link : `@${wish.author}`,
        post: 'link' in wish ? { handle: 'lena_example', text: HTML } : null,
        threads: 2,
        replies: 1,
        stories: 0,
      }),
      onErase: async () => ({ erased: 3 }),
    },
    about: { version: '0.1.0', server: null },
    ...over,
  };
}

/** The first step of the first run. */
export function onboardingProps(over: Partial<OnboardingProps> = {}): OnboardingProps {
  return {
    step: 'team',
    team: null,
    brand,
    teamWatches: null,
    sites,
    hasPractice: true,
    tryMatch,
    onStep: noop,
    onJoin: done,
    onSaveBrand: done,
    onSite: done,
    onOpenPractice: noop,
    onOpenSite: noop,
    ...over,
  };
}
