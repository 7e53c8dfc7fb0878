import { useEffect, useState } from 'preact/hooks';
import type { TaughtPart, TeachProps } from '#components/panel/teach-props.ts';
import type { ResponseOf } from '#utils/messages/map.ts';
import { send } from '#utils/messages/send.ts';
import type { PageTab } from './use-page-tab.ts';
import { attempt } from './use-team-state.ts';

type Offer = NonNullable<ResponseOf<'teach.load'>>;
type Loaded = { tabId: number; offer: Offer } | null;
type Trial = ResponseOf<'teamSite.try'>;

/** Teaching the site of the page beside the panel; null where Hearback knows the site. */
export function useTeach({ tabId, page }: PageTab, round: number): TeachProps | null {
  const [loaded, setLoaded] = useState<Loaded>(null);
  const [trial, setTrial] = useState<{ offer: Offer; result: Trial } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (tabId !== null) {
      send('teach.load', { tabId })
        .then(
          (offer) => isCurrent && setLoaded((last) => keepSame(last, offer && { tabId, offer })),
        )
        .catch(() => isCurrent && setLoaded(null));
    }
    return () => {
      isCurrent = false;
    };
  }, [tabId, round]);

  // Of another tab than the one beside the panel now it would be saved unseen.
  const offer = loaded !== null && loaded.tabId === tabId ? loaded.offer : null;
  useEffect(() => {
    let isCurrent = true;
    if (tabId !== null && offer) {
      send('teamSite.try', { tabId, selectors: toSelectors(offer) })
        .then((result) => isCurrent && setTrial({ offer, result }))
        // Without a count the selectors can be read all the same.
        .catch(() => null);
    }
    return () => {
      isCurrent = false;
    };
  }, [tabId, offer]);

  if (tabId === null || page?.site !== 'generic') return null;
  const drop = () => send('teach.drop', { tabId });
  return {
    offer: offer && {
      host: offer.host,
      parts: Object.entries(toSelectors(offer)).map(([name, selector]) => ({
        part: name.replace('taught.', '') as TaughtPart,
        selector,
      })),
      trial: trial?.offer === offer ? trial.result : null,
    },
    onBegin: () => attempt(() => send('teach.start', { tabId })),
    onSave: () =>
      attempt(async () => {
        if (!offer) return;
        // Exactly what is shown, whatever the page has proposed since.
        await send('teamSite.save', { id: offer.id, selectors: toSelectors(offer) });
        await drop();
      }),
    onDiscard: () => attempt(drop),
  };
}

/** The page is asked once for each offer, not in every round. */
function keepSame(last: Loaded, next: Loaded): Loaded {
  return JSON.stringify(last) === JSON.stringify(next) ? last : next;
}

function toSelectors({ selectors }: Offer): Record<string, string> {
  return Object.fromEntries(
    Object.entries(selectors).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
