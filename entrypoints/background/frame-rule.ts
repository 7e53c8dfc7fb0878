/** Which frames may speak to Hearback (docs/decisions/0015-frames.md). */
import type { FrameRule } from '#utils/messages/receive.ts';
import type { SiteId } from '#utils/model/site.ts';
import { keepGranted } from '#utils/platform/content-script.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { sitesAt } from '#utils/sites/recognize.ts';

/** The sites at this origin whose posts stand in frames. */
export function framedSitesAt(origin: string): SiteId[] {
  if (!URL.canParse(origin)) return [];
  const { protocol, hostname } = new URL(origin);
  if (protocol !== 'https:') return [];
  return sitesAt(hostname).filter((site) => siteFacts[site].inFrames !== undefined);
}

/** Frames of sites that stand in frames, as far as a person has switched these on and granted them. */
export const frameRule: FrameRule = {
  standsInFrames: (origin) => framedSitesAt(origin).length > 0,
  async isWanted(origin) {
    const { sites } = await loadSettings();
    const wanted = framedSitesAt(origin).filter((site) => sites.includes(site));
    const granted = await keepGranted(wanted.flatMap((site) => siteFacts[site].inFrames ?? []));
    return granted.length > 0;
  },
};
