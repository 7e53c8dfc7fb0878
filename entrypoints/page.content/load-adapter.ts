import { send } from '#utils/messages/send.ts';
import type { SiteId } from '#utils/model/site.ts';
import { logError } from '#utils/platform/log.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { takeDelivered } from '#utils/sites/delivery.ts';
import { genericAdapter } from '#utils/sites/generic.ts';

/** The adapter of this page's site, which the background brings; `generic` where it cannot be had. */
export async function loadAdapter(site: SiteId): Promise<SiteAdapter> {
  if (site === 'generic') return genericAdapter;
  await send('site.load', { site });
  const adapter = takeDelivered(site);
  if (!adapter) logError('the script of this site did not arrive', new Error(site));
  return adapter ?? genericAdapter;
}
