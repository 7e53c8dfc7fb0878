import { send } from '#utils/messages/send.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { takeDelivered } from '#utils/sites/delivery.ts';

/** The adapter of this page's site, which the background brings. Throws when it does not arrive. */
export async function loadAdapter(site: SiteId): Promise<SiteAdapter> {
  await send('site.load', { site });
  const adapter = takeDelivered(site);
  if (!adapter) throw new Error(`The script for ${site} did not arrive.`);
  return adapter;
}
