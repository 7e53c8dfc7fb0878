import { Frown, Meh, Smile } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { Happiness } from '#utils/model/thread.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { ThreadAct } from './thread-act.ts';
import { threadWords as words } from './words.ts';

export interface SettleActsProps {
  view: ThreadView;
  isBusy: boolean;
  onAct: (act: ThreadAct) => void;
}

const faces = { happy: Smile, unhappy: Frown, none: Meh } as const;

/** How the customer took the answer, in one press; that settles the thread. Another press corrects it. */
export function SettleActs({ view, isBusy, onAct }: SettleActsProps) {
  const id = useId();
  const { outcome, happiness } = view.thread;
  const said = outcome === 'settled' ? happiness : undefined;
  return (
    <div class="settle" role="group" aria-labelledby={id}>
      <span id={id} class="hint">
        {said === undefined ? words.wasHappy : words.settled}
      </span>
      {(Object.keys(faces) as Happiness[]).map((one) => {
        const Face = faces[one];
        return (
          <Button
            key={one}
            isBusy={isBusy}
            isPressed={said === one}
            onPress={() => onAct({ kind: 'settle', happiness: one })}
          >
            <Face size={14} strokeWidth={1.75} /> {words.happiness[one]}
          </Button>
        );
      })}
    </div>
  );
}
