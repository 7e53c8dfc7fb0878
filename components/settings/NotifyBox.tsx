import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Switch } from '#components/ui/Switch.tsx';
import type { Attempt } from '#components/ui/attempt.ts';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { deskWords } from './desk-words.ts';

const words = deskWords.notify;

export interface NotifyBoxProps {
  /** Local minutes since midnight between which it is quiet; null: off. */
  quiet: { from: number; to: number } | null;
  /** Must be called in the person's click: it asks the browser for permission. */
  onSwitch: Attempt<[isOn: boolean]>;
  onQuiet: Attempt<[quiet: { from: number; to: number }]>;
}

/** Notifications of this browser about the queue, and when it is quiet. */
export function NotifyBox({ quiet, onSwitch, onQuiet }: NotifyBoxProps) {
  const switching = useAttempt(onSwitch);
  const saving = useAttempt(onQuiet);
  const set = (change: Partial<{ from: number; to: number }>) => {
    if (quiet !== null) void saving.run({ ...quiet, ...change });
  };
  return (
    <section class="stack in-browser">
      <h2>{words.title}</h2>
      <div class="row">
        <span class="grow">{words.label}</span>
        <Switch
          label={words.label}
          isOn={quiet !== null}
          isBusy={switching.isBusy}
          onSwitch={(isOn) => void switching.run(isOn)}
        />
      </div>
      <p class="hint">{words.hint}</p>
      {quiet === null ? null : (
        <div class="desk-targets">
          <TimeField label={words.from} value={quiet.from} onValue={(from) => set({ from })} />
          <TimeField label={words.to} value={quiet.to} onValue={(to) => set({ to })} />
        </div>
      )}
      {quiet === null ? null : (
        <p class="hint">{quiet.from === quiet.to ? words.never : words.quiet}</p>
      )}
      <ErrorNote text={switching.refused ?? saving.refused} />
    </section>
  );
}

interface TimeFieldProps {
  label: string;
  value: number;
  onValue: (value: number) => void;
}

function TimeField({ label, value, onValue }: TimeFieldProps) {
  const time = `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input
        class="input"
        type="time"
        value={time}
        onChange={({ currentTarget }) => {
          const [hours, minutes] = currentTarget.value.split(':').map(Number);
          if (hours !== undefined && minutes !== undefined && !Number.isNaN(hours + minutes)) {
            onValue(hours * 60 + minutes);
          }
        }}
      />
    </label>
  );
}
