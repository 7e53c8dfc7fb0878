import { useEffect, useState } from 'preact/hooks';
import type { SiteGroup, SiteTile } from '#components/settings/options-props.ts';
import { send } from '#utils/messages/send.ts';
import type { SiteId, SiteMode } from '#utils/model/site.ts';
import { toMatchPattern, toOrigin } from '#utils/platform/origins.ts';
import {
  askForOrigins,
  giveBackOrigins,
  hasOrigins,
  watchPermissions,
} from '#utils/platform/permissions.ts';
import type { Settings } from '#utils/settings/schema.ts';
import { siteFacts, siteGroups } from '#utils/sites/facts.ts';
import { attempt } from './use-team-state.ts';

const groups = Object.keys(siteGroups) as SiteGroup[];
const REFUSED = 'Without this permission Hearback cannot read the site. Nothing was changed.';

export interface Sites {
  settings: Settings | null;
  tiles: SiteTile[];
  setSite(id: SiteId, isOn: boolean): Promise<string | null>;
  setMode(id: SiteId, mode: SiteMode): Promise<string | null>;
  addOrigin(address: string): Promise<string | null>;
  removeOrigin(origin: string): Promise<string | null>;
  finishOnboarding(): Promise<string | null>;
  reload(): void;
}

/** The sites that Hearback reads in this browser: settings and the browser's own permissions together. */
export function useSites(): Sites {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [granted, setGranted] = useState<ReadonlySet<SiteId>>(new Set());
  const [round, setRound] = useState(0);
  const reload = () => setRound((last) => last + 1);

  useEffect(() => watchPermissions(reload), []);
  useEffect(() => {
    void send('settings.load', null).then(setSettings, () => null);
    const named = Object.values(siteFacts).filter((facts) => facts.origins.length > 0);
    void Promise.all(
      named.map(async (facts) => ((await hasOrigins(facts.origins)) ? [facts.id] : [])),
    ).then((ids) => setGranted(new Set(ids.flat())));
  }, [round]);

  /** Read anew before each change: another view may have changed something meanwhile. */
  const change = (edit: (last: Settings) => Settings) =>
    attempt(async () => {
      const last = await send('settings.load', null);
      setSettings(await send('settings.save', edit(last)));
      reload();
    });

  return {
    settings,
    tiles: groups.flatMap((group) =>
      siteGroups[group].map(({ id, name, about, defaultMode }) => ({
        id,
        name,
        about,
        group,
        isOn: (settings?.sites.includes(id) ?? false) && granted.has(id),
        mode: settings?.modes[id] ?? defaultMode,
      })),
    ),
    async setSite(id, isOn) {
      const { origins } = siteFacts[id];
      if (isOn) {
        if (!(await askForOrigins(origins))) return REFUSED;
      } else {
        await giveBackOrigins(origins.filter((origin) => !isStillNeeded(origin, id, settings)));
      }
      return change((last) => ({
        ...last,
        sites: isOn ? [...new Set([...last.sites, id])] : last.sites.filter((one) => one !== id),
      }));
    },
    setMode: (id, mode) => change((last) => ({ ...last, modes: { ...last.modes, [id]: mode } })),
    async addOrigin(address) {
      const origin = toOrigin(address);
      if (!origin) return 'Type an address such as https://forum.example.';
      if (!(await askForOrigins([toMatchPattern(origin)]))) return REFUSED;
      return change((last) => ({ ...last, origins: [...new Set([...last.origins, origin])] }));
    },
    async removeOrigin(origin) {
      await giveBackOrigins([toMatchPattern(origin)]);
      return change((last) => ({
        ...last,
        origins: last.origins.filter((one) => one !== origin),
      }));
    },
    finishOnboarding: () => change((last) => ({ ...last, hasOnboarded: true })),
    reload,
  };
}

/** Browsers grant by host, and some sites share one: what another site that is on needs is not given back. */
function isStillNeeded(origin: string, id: SiteId, settings: Settings | null): boolean {
  const { host } = new URL(origin.slice(0, -1));
  const others = (settings?.sites ?? []).filter((one) => one !== id);
  return others
    .flatMap((one) => siteFacts[one].origins)
    .some((pattern) => new URL(pattern.slice(0, -1)).host === host);
}
