import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { Attempt } from '#components/ui/attempt.ts';
import { learnedWords as words } from './learned-words.ts';

export interface LearnedRowProps {
  /** Threads it learned from; null while unknown. */
  learnedFrom: number | null;
  onForget: Attempt;
}

/** From how much Hearback has learned what posts are, and a way to have it forgotten. */
export function LearnedRow({ learnedFrom, onForget }: LearnedRowProps) {
  const [isAsked, setAsked] = useState(false);
  const forgetting = useAttempt(onForget);
  return (
    <div class="stack-small">
      <div class="row">
        <span class="grow">
          {learnedFrom === null ? words.unknown : words.learnedFrom(learnedFrom)}
        </span>
        {learnedFrom === null || learnedFrom === 0 ? null : (
          <Button onPress={() => setAsked(true)}>{words.forget}</Button>
        )}
      </div>
      <p class="hint">{words.hint}</p>
      <ErrorNote text={forgetting.refused} />
      {isAsked ? (
        <Confirm
          title={words.title}
          text={words.text}
          act={words.forget}
          isBusy={forgetting.isBusy}
          onConfirm={() => void forgetting.run().then(() => setAsked(false))}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}
