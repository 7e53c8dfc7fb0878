/** How the script of a site hands its adapter to the script of the page: both run in our own world of that page. */
import type { SiteId } from '#utils/model/site.ts';
import type { SiteAdapter } from './adapter.ts';

const DELIVERED = Symbol.for('hearback.adapter');

interface World {
  [DELIVERED]?: SiteAdapter;
}

/** Leaves the adapter for the page's own script. */
export function deliverAdapter(adapter: SiteAdapter): void {
  (globalThis as World)[DELIVERED] = adapter;
}

/** The adapter that was left, if it is this site's. */
export function takeDelivered(id: SiteId): SiteAdapter | null {
  const adapter = (globalThis as World)[DELIVERED];
  return adapter?.id === id ? adapter : null;
}
