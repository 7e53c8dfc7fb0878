import { useEffect, useState } from 'preact/hooks';
import type { TaughtPart, TeachProps } from '#components/panel/teach-props.ts';
import type { ResponseOf } from '#utils/messages/map.ts';
import { send } from '#utils/messages/send.ts';
import type { PageTab } from './use-page-tab.ts';
import { attempt } from './use-team-state.ts';

type Taught = NonNullable<ResponseOf<'teach.load'>>;
type Lesson = NonNullable<Taught['selectors']>;
type Loaded = { tabId: number; taught: Taught } | null;
type Trial = ResponseOf<'teamSite.try'>;

/**
 * Teaching the site of the page beside the panel; null where Hearback knows the site, also while its adapter sees
 * nothing there and the one for all sites stands in.
 */
export function useTeach({ tabId, page }: PageTab, round: number): TeachProps | null {
  const [loaded, setLoaded] = useState<Loaded>(null);
  const [trial, setTrial] = useState<{ lesson: Lesson; result: Trial | 'failed' } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (tabId !== null) {
      send('teach.load', { tabId })
        .then(
          (taught) => isCurrent && setLoaded((last) => keepSame(last, taught && { tabId, taught })),
        )
        .catch(() => isCurrent && setLoaded(null));
    }
    return () => {
      isCurrent = false;
    };
  }, [tabId, round]);

  // Of another tab than the one beside the panel now it would be saved unseen.
  const taught = loaded !== null && loaded.tabId === tabId ? loaded.taught : null;
  const lesson = taught?.selectors ?? null;
  useEffect(() => {
    let isCurrent = true;
    if (tabId !== null && lesson) {
      send('teamSite.try', { tabId, selectors: toSelectors(lesson) })
        .then((result) => isCurrent && setTrial({ lesson, result }))
        // Without a count the selectors can be read all the same.
        .catch(() => isCurrent && setTrial({ lesson, result: 'failed' }));
    }
    return () => {
      isCurrent = false;
    };
  }, [tabId, lesson]);

  // What was loaded may be of the page that stood there before.
  if (tabId === null || page?.site !== 'generic' || !taught) return null;
  const drop = () => send('teach.drop', { tabId });
  return {
    offer: lesson && {
      host: taught.host,
      parts: Object.entries(toSelectors(lesson)).map(([name, selector]) => ({
        part: name.replace('taught.', '') as TaughtPart,
        selector,
      })),
      trial: trial?.lesson === lesson ? trial.result : null,
    },
    isTaught: taught.isTaught,
    onBegin: () => attempt(() => send('teach.start', { tabId })),
    onSave: () =>
      attempt(async () => {
        if (!lesson) return;
        // Exactly what is shown, whatever the page has proposed since.
        await send('teamSite.save', { id: taught.id, selectors: toSelectors(lesson) });
        await drop();
      }),
    onDiscard: () => attempt(drop),
  };
}

/** The page is asked once for each offer, not in every round. */
function keepSame(last: Loaded, next: Loaded): Loaded {
  return JSON.stringify(last) === JSON.stringify(next) ? last : next;
}

function toSelectors(lesson: Lesson): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lesson).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
