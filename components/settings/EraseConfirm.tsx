import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { accessWords as words } from './access-words.ts';
import type { Erasable } from './options-props.ts';

/** Enough to know a post again, in characters. */
const BEGINNING_MAX = 140;

export interface EraseConfirmProps {
  found: Erasable;
  isBusy: boolean;
  onErase: () => void;
  onCancel: () => void;
}

/** Shows what would be erased, and asks for a typed word, as there is no way back. */
export function EraseConfirm({ found, isBusy, onErase, onCancel }: EraseConfirmProps) {
  const [typed, setTyped] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useFocusReturn(form);
  const isSure = typed.trim().toLowerCase() === words.eraseWord;
  const isEmpty = found.threads + found.replies + found.stories === 0;
  return (
    <form
      ref={form}
      class="erase-confirm stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSure && !isBusy) onErase();
      }}
    >
      <p role="status">
        <strong>
          <bdi>{found.label}</bdi>
        </strong>
        <br />
        {found.post === null ? null : (
          <>
            <bdi>{found.post.handle}</bdi>: <q dir="auto">{toBeginning(found.post.text)}</q>
            <br />
          </>
        )}
        {isEmpty ? words.foundNone : `${words.foundHere} ${words.counts(found)}.`}
      </p>
      <Field
        label={words.typeWord(words.eraseWord)}
        takesFocus
        value={typed}
        maxLength={20}
        onValue={setTyped}
      />
      <div class="row row-end">
        <Button onPress={onCancel}>{words.cancel}</Button>
        <Button
          type="submit"
          tone="bad"
          isBusy={isBusy}
          blocked={isSure ? null : words.typeWord(words.eraseWord)}
        >
          {words.eraseAct}
        </Button>
      </div>
    </form>
  );
}

function toBeginning(text: string): string {
  const letters = [...text];
  return letters.length > BEGINNING_MAX ? `${letters.slice(0, BEGINNING_MAX).join('')}…` : text;
}
