import { useState } from 'preact/hooks';
import type { Attempt, Refusal } from '#components/ui/attempt.ts';
import type { LibraryEntry, LibraryState } from '#utils/model/library.ts';
import type { LibrarySectionProps } from './library-props.ts';
import { bulkWords as words } from './bulk-words.ts';
import type { Done } from './use-done.tsx';

export interface LibraryActs {
  /** Removed for the eye, and for good once nobody takes it back. */
  hidden: ReadonlySet<string>;
  setState: Attempt<[entries: readonly LibraryEntry[], state: LibraryState]>;
  tag: Attempt<[entries: readonly LibraryEntry[], tags: string[]]>;
  remove: (entries: readonly LibraryEntry[]) => void;
}

const toIds = (entries: readonly LibraryEntry[]) => entries.map(({ id }) => id);
const stateOf = ({ state = 'approved' }: LibraryEntry) => state;

/** What is done to one entry or many, each with its way back. */
export function useLibraryActs(
  { onState, onTags, onRemove }: Pick<LibrarySectionProps, 'onState' | 'onTags' | 'onRemove'>,
  done: Done,
): LibraryActs {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  return {
    hidden,
    async setState(entries, state) {
      const others = entries.filter((entry) => stateOf(entry) !== state);
      const refused = await onState(toIds(others), state);
      if (refused !== null) return refused;
      done.say(words.stateDone[state](others.length), () =>
        inTurn(
          (['proposed', 'approved', 'retired'] as const).map((was) => ({
            ids: toIds(others.filter((entry) => stateOf(entry) === was)),
            run: (ids) => onState(ids, was),
          })),
        ),
      );
      return null;
    },
    async tag(entries, tags) {
      const refused = await onTags(toIds(entries), tags, []);
      if (refused !== null) return refused;
      // Who had one of the tags keeps it.
      done.say(words.tagDone(entries.length), () =>
        inTurn(
          tags.map((tag) => ({
            ids: toIds(entries.filter((entry) => !hasTag(entry, tag))),
            run: (ids) => onTags(ids, [], [tag]),
          })),
        ),
      );
      return null;
    },
    remove(entries) {
      const ids = toIds(entries);
      const gone = new Set(ids);
      const show = () => setHidden((last) => new Set([...last].filter((id) => !gone.has(id))));
      done.sayHeld(words.removeDone(ids.length), show, async () => {
        const refused = await onRemove(ids);
        show();
        return refused;
      });
      setHidden((last) => new Set([...last, ...ids]));
    },
  };
}

const hasTag = ({ tags }: LibraryEntry, tag: string) =>
  tags.some((one) => one.toLowerCase() === tag.toLowerCase());

/** One after another, up to the first that is refused. */
async function inTurn(
  parts: readonly { ids: string[]; run: (ids: string[]) => Promise<Refusal> }[],
): Promise<Refusal> {
  for (const { ids, run } of parts) {
    const refused = ids.length === 0 ? null : await run(ids);
    if (refused !== null) return refused;
  }
  return null;
}
