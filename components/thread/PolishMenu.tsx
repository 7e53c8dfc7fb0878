import { Sparkles } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { toTimeLeft } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { Menu } from '#components/ui/Menu.tsx';
import type { PolishTask } from '#utils/model/polish.ts';
import type { PolishSource, PolishView, PolishWish } from './polish-view.ts';
import { polishWords as words, toLanguageLabel } from './polish-words.ts';

export interface PolishMenuProps {
  /** Null where no model is switched on: then nothing is shown. */
  source: PolishSource | null;
  /** The draft as it stands. */
  text: string;
  view: PolishView;
  /** What it may be translated into, the customer's own language first: `de`, `pt-BR`. */
  langs: readonly string[];
  /** There are other drafts to merge this one with. */
  canMerge: boolean;
  /** By the server's clock, ms. */
  now: number;
  onWish: (wish: PolishWish) => void;
}

type Level = PolishTask | 'back' | `to ${string}`;

/** Lets a model work on a draft. What comes of it stands in `PolishAnswer`. */
export function PolishMenu(props: PolishMenuProps) {
  const { source, view, text, langs, canMerge, now, onWish } = props;
  const [picksLanguage, setPicksLanguage] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const blocked =
    source?.kind === 'team' && source.tokensLeft === 0
      ? words.budget(toTimeLeft(source.resetsAt - now))
      : text.trim() === ''
        ? words.empty
        : null;
  const isShut = blocked !== null || view.state === 'working';
  // Open and shut are two buttons: the focus goes from one to the other.
  const hadFocus = place.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (hadFocus) place.current?.querySelector('button')?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when one takes the place of the other
  }, [isShut]);
  if (source === null || (source.kind === 'browser' && source.state !== 'available')) return null;
  const face = (
    <>
      <Sparkles size={16} strokeWidth={1.75} /> {words.menu}
    </>
  );
  const tasks: Level[] = ['shorten', 'soften'];
  if (langs.length > 0) tasks.push('translate');
  if (canMerge) tasks.push('merge');
  const items = picksLanguage
    ? [
        ...langs.map((lang) => ({ id: `to ${lang}` as Level, label: toLanguageLabel(lang) })),
        { id: 'back' as Level, label: words.back },
      ]
    : tasks.map((id) => ({ id, label: words.tasks[id as PolishTask] }));
  return (
    <span ref={place} class="polish-menu">
      {isShut ? (
        <Button tone="quiet" blocked={blocked} isBusy={view.state === 'working'}>
          {face}
        </Button>
      ) : (
        <Menu<Level>
          label={words.menu}
          face={face}
          items={items}
          onClose={() => setPicksLanguage(false)}
          onPick={(id) => {
            if (id === 'translate' || id === 'back') {
              setPicksLanguage(id === 'translate');
              return true;
            }
            onWish(
              id.startsWith('to ')
                ? { task: 'translate', lang: id.slice(3) }
                : { task: id as PolishTask },
            );
            return false;
          }}
        />
      )}
    </span>
  );
}
