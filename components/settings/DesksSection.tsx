import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Confirm } from '#components/ui/Confirm.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import type { Attempt } from '#components/ui/attempt.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { useKept } from '#components/ui/use-kept.ts';
import type { Desk } from '#utils/model/desk.ts';
import { toDeskEdit, toNewDesk, toSpanWords } from './desk-edit.ts';
import type { DeskEdit } from './desk-edit.ts';
import { DeskForm } from './DeskForm.tsx';
import { deskWords as words } from './desk-words.ts';
import { NotifyBox } from './NotifyBox.tsx';
import type { NotifyBoxProps } from './NotifyBox.tsx';
import { optionsWords } from './words.ts';

export interface DesksSectionProps {
  /** By name; null while loading. */
  desks: Desk[] | null;
  /** A lead, or nobody to ask. */
  canChange: boolean;
  /** Where the person is. */
  timeZone: string;
  newId: () => string;
  onSave: Attempt<[desk: Desk]>;
  onRemove: Attempt<[id: string]>;
  /** Null where the browser has none. */
  notify: NotifyBoxProps | null;
}

/** The team's desks: when they work, and within which time customers hear back. */
export function DesksSection(props: DesksSectionProps) {
  const { desks, canChange, timeZone, newId, onSave, onRemove } = props;
  const [edit, setEdit] = useKept<DeskEdit>('desk');
  const [asked, setAsked] = useState<Desk | null>(null);
  const removal = useAttempt(onRemove);
  if (desks === null) return <Spinner />;
  const form =
    edit === null ? null : (
      <DeskForm
        key={edit.id}
        edit={edit}
        onEdit={setEdit}
        onSave={onSave}
        onClose={() => setEdit(null)}
      />
    );
  const isNew = edit !== null && desks.every(({ id }) => id !== edit.id);
  return (
    <div class="stack">
      <p>{words.intro}</p>
      {canChange ? null : <p>{words.onlyLeads}</p>}
      <ErrorNote text={removal.refused} />
      {desks.length === 0 && edit === null ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : null}
      {desks.map((desk) =>
        edit?.id === desk.id ? (
          form
        ) : (
          <div class="card row" key={desk.id}>
            <div class="grow">
              <h3 dir="auto">{desk.name}</h3>
              <p class="hint">{toSummary(desk)}</p>
            </div>
            {canChange ? (
              <>
                <Button label={words.edit(desk.name)} onPress={() => setEdit(toDeskEdit(desk))}>
                  {optionsWords.edit}
                </Button>
                <Button tone="quiet" label={words.remove(desk.name)} onPress={() => setAsked(desk)}>
                  {optionsWords.remove}
                </Button>
              </>
            ) : null}
          </div>
        ),
      )}
      {isNew ? form : null}
      {canChange && edit === null ? (
        <div>
          <Button tone="main" onPress={() => setEdit(toNewDesk(newId(), timeZone))}>
            {words.add}
          </Button>
        </div>
      ) : null}
      {props.notify === null ? null : <NotifyBox {...props.notify} />}
      {asked === null ? null : (
        <Confirm
          title={words.removeTitle(asked.name)}
          text={words.removeText}
          act={words.removeAct}
          isBusy={removal.isBusy}
          onConfirm={() => void removal.run(asked.id).then(() => setAsked(null))}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function toSummary({ hours, firstReply, nextReply }: Desk): string {
  const promises = [
    firstReply === null ? null : words.firstWithin(toSpanWords(firstReply)),
    nextReply === null ? null : words.nextWithin(toSpanWords(nextReply)),
  ].filter((promise) => promise !== null);
  const said = promises.length === 0 ? words.noPromise : promises.join(', ');
  return `${said} · ${hours.timeZone}`;
}
