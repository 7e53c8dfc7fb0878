import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { HAND_OVER_NOTE_MAX } from '#utils/model/hand-over.ts';
import type { Partner } from '#utils/model/partner.ts';
import { PartnerList } from './PartnerList.tsx';
import type { Teammate } from './teammate.ts';
import { threadWords as words } from './words.ts';

export interface HandOverFormProps {
  /** Without me, and without who has it already. */
  teammates: Teammate[];
  /** Outside the company. */
  partners: readonly Partner[];
  onPartner: (partner: Partner) => void;
  isBusy: boolean;
  onHandOver: (to: string, note: string) => void;
  onCancel: () => void;
}

/** Asks which teammate gets a thread, and what they should know. */
export function HandOverForm(props: HandOverFormProps) {
  const { teammates, partners, isBusy, onHandOver, onCancel } = props;
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  useFocusReturn(form);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const handOver = () => {
    setMissing(to === null);
    if (to !== null) onHandOver(to, note.trim());
  };
  return (
    <form
      ref={form}
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) handOver();
      }}
    >
      {teammates.length === 0 ? (
        <p>{words.handOverNobody}</p>
      ) : (
        <>
          <fieldset class="picker">
            <legend class="label">{words.handOverTitle}</legend>
            {teammates.map((teammate) => (
              <label class="picker-item" key={teammate.id}>
                <input
                  type="radio"
                  name={name}
                  checked={to === teammate.id}
                  onChange={() => {
                    setTo(teammate.id);
                    setMissing(false);
                  }}
                />
                <span class="here-dot" data-here={teammate.isHere} aria-hidden="true" />
                <bdi class="picker-name">{teammate.name}</bdi>
                {teammate.isHere ? <span class="hint">{words.isHere}</span> : null}
              </label>
            ))}
          </fieldset>
          <Field
            label={words.handOverNote}
            hint={words.handOverNoteHint}
            rows={2}
            value={note}
            maxLength={HAND_OVER_NOTE_MAX}
            onValue={setNote}
          />
        </>
      )}
      {partners.length === 0 ? null : <PartnerList partners={partners} onTake={props.onPartner} />}
      <ErrorNote text={isMissing ? words.handOverMissing : null} />
      <div class="row row-end">
        <Button tone="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
        {teammates.length === 0 ? null : (
          <Button tone="main" type="submit" isBusy={isBusy}>
            {words.handOver}
          </Button>
        )}
      </div>
    </form>
  );
}
