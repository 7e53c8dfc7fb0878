import { useRef } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { AVOID_MAX, PHRASE_MAX, type AvoidLine } from './guide-edit.ts';
import { guideWords as words } from './guide-words.ts';
import { optionsWords } from './words.ts';

export interface AvoidListProps {
  lines: AvoidLine[];
  /** What is wrong with each line, by its place. */
  faults: (string | null)[];
  onLines: (lines: AvoidLine[]) => void;
}

/** Words to avoid, each with what to say instead. */
export function AvoidList({ lines, faults, onLines }: AvoidListProps) {
  const change = (at: number, part: Partial<AvoidLine>) =>
    onLines(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
  const add = useRef<HTMLButtonElement>(null);
  const remove = (at: number) => {
    // The last line takes its button, and the focus, with it.
    if (at === lines.length - 1) add.current?.focus();
    onLines(lines.filter((_, place) => place !== at));
  };
  return (
    <fieldset class="guide-avoid">
      <legend class="label">{words.avoid}</legend>
      {lines.map(({ word, instead }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is its place: its words change with each key
        <div class="guide-line" key={at}>
          <Field
            label={words.avoidWord}
            value={word}
            maxLength={PHRASE_MAX}
            error={faults[at] ?? null}
            takesFocus={word === '' && instead === '' && at === lines.length - 1}
            onValue={(value) => change(at, { word: value })}
          />
          <Field
            label={words.avoidInstead}
            value={instead}
            maxLength={PHRASE_MAX}
            onValue={(value) => change(at, { instead: value })}
          />
          <Button tone="quiet" label={words.removeAvoid(word)} onPress={() => remove(at)}>
            {optionsWords.remove}
          </Button>
        </div>
      ))}
      {lines.length < AVOID_MAX ? (
        <div>
          <Button buttonRef={add} onPress={() => onLines([...lines, { word: '', instead: '' }])}>
            {words.addAvoid}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
