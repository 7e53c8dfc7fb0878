import type { PageRules } from '#utils/messages/payloads.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { mendSelectors } from '#utils/sites/selectors.ts';

/**
 * Lets an adapter look for what its team has mended or taught. `onMended`: that is something else than before. Returns
 * how to tell it.
 */
export function createMending(
  adapter: Pick<SiteAdapter, 'selectors'>,
  doc: Document,
  onMended: () => void,
): (selectors: PageRules['selectors']) => void {
  // Not `{}`: an adapter that has read here before may still be mended as the team wanted it then.
  let last = '';
  return (selectors) => {
    const print = JSON.stringify(selectors);
    if (print === last) return;
    last = print;
    mendSelectors(adapter.selectors, selectors, doc);
    onMended();
  };
}
