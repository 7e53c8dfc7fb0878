import type { OptionsProps, OptionsSection } from '#components/settings/options-props.ts';
import { readGuide } from '#utils/db/guide.ts';
import { openDb } from '#utils/db/open.ts';
import { isHosted } from '#utils/model/hosted-handle.ts';
import type { Member } from '#utils/model/team.ts';
import { siteIds } from '#utils/model/site.ts';
import { send } from '#utils/messages/send.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { readVersion } from '#utils/platform/permissions.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { createReadAs } from './read-as.ts';
import { joinByLink } from './team-acts.ts';
import { tryMatch } from './try-match.ts';
import { useBuiltInModel } from './use-built-in-model.ts';
import { useSwitch } from './use-switch.ts';
import { useDevices } from './use-devices.ts';
import { useHistory } from './use-history.ts';
import { useLibrary } from './use-library.ts';
import { useLearned } from './use-learned.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useNow } from './use-now.ts';
import { useReading } from './use-reading.ts';
import { useNotify } from './use-notify.ts';
import { usePartners, useRouting } from './use-routing.ts';
import { useSites } from './use-sites.ts';
import { useWebhooks } from './use-webhooks.ts';
import { useTeamData } from './use-team-data.ts';
import { attempt, toWords, useTeamState } from './use-team-state.ts';

/** Sites without an address of their own, whose handles name their host. */
const hostedSites = siteIds
  .filter(isHosted)
  .map((id) => ({ id, name: siteFacts[id].name, isOn: false }));

/** Everything that the options show and do, for `OptionsView`. `siteToMend`: what they were opened for. */
export function useOptions(
  section: OptionsSection,
  onSection: (to: OptionsSection) => void,
  siteToMend: string | null,
): OptionsProps {
  const db = openDb();
  const now = useNow();
  const { state, trouble } = useTeamState();
  const sites = useSites();
  const model = useBuiltInModel();
  const pictures = useSwitch('keepsPictures');
  const learned = useLearned(section === 'library');
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const members = useLiveQuery(() => db.members.toArray(), []);
  const desks = useLiveQuery(() => db.desks.toArray(), []);
  const guide = useLiveQuery(() => readGuide(db), []);
  const newId = () => crypto.randomUUID();
  const isSignedOut =
    state?.team != null && ['signedOut', 'removed'].includes(state.troubleKind ?? '');
  const access = useDevices(state?.connection.state === 'live');
  const role = state?.me?.role ?? 'member';
  const isInTeam = state?.team != null && !isSignedOut;
  const isLead = isInTeam && role !== 'member';
  const serverNow = now + (state?.connection.clockOffset ?? 0);
  // Without a team there is nobody to ask.
  const canMend = state !== null && (isLead || state.team === null);
  const reading = useReading({
    isShown: section === 'sites',
    now,
    serverNow,
    canMend,
    hasTeam: state?.team != null,
    siteToMend,
  });
  const history = useHistory(isLead && section === 'history', serverNow);
  const library = useLibrary(
    serverNow,
    Object.fromEntries(members.value?.map(({ id, body }) => [id, body.name]) ?? []),
    canMend,
  );
  const routing = useRouting(section === 'rules', canMend);
  const partners = usePartners();
  const webhooks = useWebhooks(isLead && section === 'webhooks', serverNow);
  const notify = useNotify();
  const data = useTeamData(section === 'data', {
    role: state?.team ? role : 'owner',
    hasTeam: isInTeam,
  });

  const leads = (members.value ?? [])
    .map(({ body }) => body)
    .filter(isAboveMember)
    .map(({ name }) => name);
  return {
    section,
    onSection,
    team: {
      now,
      connection: state?.connection ?? { state: 'alone', asOf: null, clockOffset: 0, waiting: 0 },
      team: state?.team ?? null,
      me: state?.me ?? null,
      server: state?.server ?? null,
      trouble: state?.trouble ?? trouble,
      troubleKind: state?.troubleKind ?? null,
      isSignedOut,
      members: members.value?.map(({ body }) => body) ?? null,
      sites: [
        ...sites.tiles.filter(({ id }) => siteFacts[id].postsOf === undefined),
        ...hostedSites,
      ],
      onJoin: joinByLink,
      async onInvite(role) {
        try {
          return await send('team.invite', { role });
        } catch (error) {
          return { refused: toWords(error) };
        }
      },
      ...access,
      onCopy: writeClipboard,
      onSaveMember: (edit) => attempt(() => send('member.update', edit)),
      onLeave: () => attempt(() => send('team.leave', null)),
    },
    brands: {
      brands: brands.value?.map(({ body }) => body) ?? null,
      newId,
      tryMatch,
      onSave: (brand) => attempt(() => send('brand.save', brand)),
      onRemove: (id) => attempt(() => send('brand.remove', { id })),
    },
    desks: {
      desks:
        desks.value
          ?.map(({ body }) => body)
          .toSorted((one, other) => one.name.localeCompare(other.name)) ?? null,
      canChange: canMend,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      newId,
      onSave: (desk) => attempt(() => send('desk.save', desk)),
      onRemove: (id) => attempt(() => send('desk.remove', { id })),
      notify,
    },
    sites: {
      sites: sites.tiles,
      origins: sites.settings?.origins ?? [],
      onSite: sites.setSite,
      onMode: sites.setMode,
      onAddOrigin: sites.addOrigin,
      onRemoveOrigin: sites.removeOrigin,
      reading,
    },
    routing,
    partners,
    webhooks: isLead ? webhooks : null,
    model,
    learned,
    pictures,
    library,
    voice: {
      now: serverNow,
      guide: guide.value ?? null,
      names: Object.fromEntries(members.value?.map(({ id, body }) => [id, body.name]) ?? []),
      leads,
      canChange: canMend,
      readAs: createReadAs(brands.value?.[0]?.body.name ?? '', state?.me?.name ?? 'Mia Kern'),
      onSave: (change) => attempt(() => send('guide.save', change)),
    },
    checks: {
      off: guide.value?.checksOff ?? null,
      leads,
      canChange: canMend,
      onOff: (check, isOff) => attempt(() => send('check.setOff', { check, isOff })),
    },
    history: isLead ? history : null,
    data,
    about: { version: readVersion(), server: state?.server ?? null },
  };
}

function isAboveMember({ role }: Member): boolean {
  return role !== 'member';
}
