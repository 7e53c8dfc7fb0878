import { useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { accessWords as words } from './access-words.ts';

export interface RetentionBoxProps {
  /** Null until the server has said. */
  days: number | null;
  /** Why it has not, in words. */
  trouble: string | null;
  canChange: boolean;
  onSave: Attempt<[days: number]>;
}

const DAYS_MIN = 7;
const DAYS_MAX = 365;

/** How long threads are kept. Keeping them for less long is asked twice, as it removes some. */
export function RetentionBox({ days, trouble, canChange, onSave }: RetentionBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [isSaved, setSaved] = useState(false);
  const saving = useAttempt(onSave);
  const wanted = toDays(typed ?? String(days ?? ''));
  const save = async (to: number) => {
    if (await saving.run(to)) {
      setTyped(null);
      setSaved(true);
    }
    setAsked(null);
  };
  return (
    <section class="stack">
      <h3>{words.keep}</h3>
      <ErrorNote text={trouble} />
      {days === null && trouble === null ? <Spinner /> : null}
      {days !== null && !canChange ? (
        <p>
          {words.keepText(days)} {words.keepOwner}
        </p>
      ) : null}
      {days !== null && canChange ? (
        <form
          class="card stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted === null || saving.isBusy) return;
            if (wanted < days) setAsked(wanted);
            else void save(wanted);
          }}
        >
          <Field
            label={words.keepDays}
            hint={words.keepHint}
            error={wanted === null ? words.keepWrong : null}
            value={typed ?? String(days)}
            maxLength={3}
            onValue={(value) => {
              setTyped(value);
              setSaved(false);
            }}
          />
          <ErrorNote text={saving.refused} />
          <div class="row">
            <Button type="submit" tone="main" isBusy={saving.isBusy}>
              {words.save}
            </Button>
            <output>{isSaved ? words.saved : ''}</output>
          </div>
        </form>
      ) : null}
      {asked === null ? null : (
        <Confirm
          title={words.keepShorter(asked)}
          text={words.keepShorterText(asked)}
          act={words.save}
          isBusy={saving.isBusy}
          onConfirm={() => void save(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function toDays(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= DAYS_MIN && days <= DAYS_MAX ? days : null;
}
