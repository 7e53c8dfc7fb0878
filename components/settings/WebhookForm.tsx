import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useFaultFocus } from '#components/ui/use-fault-focus.ts';
import { WEBHOOK_EVENTS, WEBHOOK_KINDS } from '#utils/model/webhook-limits.ts';
import type { WebhookEvent, WebhookKind, WebhookSave } from '#utils/model/webhook.ts';
import { webhookWords as words } from './webhook-words.ts';
import type { WebhooksSectionProps } from './WebhooksSection.tsx';

/** A webhook as it is filled in. */
export interface WebhookEdit {
  id: string | null;
  /** Of one that is known. */
  origin: string;
  name: string;
  url: string;
  kind: WebhookKind;
  events: WebhookEvent[];
}

interface WebhookFormProps extends Pick<WebhooksSectionProps, 'onSave'> {
  edit: WebhookEdit;
  onEdit: (edit: WebhookEdit) => void;
  /** With the secret of a new one. */
  onDone: (secret: string | null) => void;
  onClose: () => void;
}

/** One webhook: where, for whom, of what. */
export function WebhookForm({ edit, onEdit, onSave, onDone, onClose }: WebhookFormProps) {
  const [isTried, setTried] = useState(false);
  const [failedTries, setFailedTries] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, failedTries);
  const set = (change: Partial<WebhookEdit>) => {
    setTried(false);
    onEdit({ ...edit, ...change });
  };
  const url = edit.url.trim();
  const hasUrl = url === '' ? edit.id !== null : /^https?:\/\//iu.test(url) && URL.canParse(url);
  const save = async () => {
    if (edit.name.trim() === '' || !hasUrl) {
      setTried(true);
      setFailedTries(failedTries + 1);
      return;
    }
    const { id, kind, events } = edit;
    const told: WebhookSave = {
      id,
      name: edit.name.trim(),
      url: url === '' ? null : url,
      kind,
      events,
    };
    setBusy(true);
    setRefused(null);
    const answer = await onSave(told);
    setBusy(false);
    if ('refused' in answer) setRefused(answer.refused);
    else onDone(answer.secret);
  };
  return (
    <form
      ref={form}
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void save();
      }}
    >
      <Field
        label={words.name}
        hint={words.nameHint}
        value={edit.name}
        maxLength={60}
        takesFocus
        error={isTried && edit.name.trim() === '' ? words.noName : null}
        onValue={(name) => set({ name })}
      />
      <Field
        label={words.url}
        hint={edit.id === null ? words.urlHint : words.urlKept(edit.origin)}
        value={edit.url}
        maxLength={2_000}
        placeholder="https://…"
        error={isTried && !hasUrl ? words.noUrl : null}
        onValue={(value) => set({ url: value })}
      />
      <Select
        label={words.kind}
        value={edit.kind}
        options={WEBHOOK_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onValue={(kind) => set({ kind })}
      />
      <fieldset class="picker">
        <legend class="label">{words.events}</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <label class="picker-item" key={event}>
            <input
              type="checkbox"
              checked={edit.events.includes(event)}
              onChange={({ currentTarget }) =>
                set({
                  events: WEBHOOK_EVENTS.filter((one) =>
                    one === event ? currentTarget.checked : edit.events.includes(one),
                  ),
                })
              }
            />
            <span class="picker-name">{words.eventsOf[event]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{words.whoTells}</p>
      <ErrorNote text={refused} />
      <div class="row">
        <Button tone="main" type="submit" isBusy={isBusy}>
          {words.save}
        </Button>
        <Button tone="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
