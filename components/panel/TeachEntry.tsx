import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { TeachProps } from './teach-props.ts';
import { teachWords as words } from './teach-words.ts';

export interface TeachEntryProps extends Pick<TeachProps, 'isTaught' | 'onBegin'> {
  /** For whom changes how sites are read. */
  canBegin: boolean;
  /** Beside posts that are read: no more than a button, and nothing for whom it is not. */
  isQuiet?: boolean;
}

/** The way into teaching, on pages of a site that Hearback does not know. */
export function TeachEntry({ isTaught, onBegin, canBegin, isQuiet = false }: TeachEntryProps) {
  const beginning = useAttempt(onBegin);
  const [hasBegun, setHasBegun] = useState(false);
  const begin = async () => {
    setHasBegun(false);
    setHasBegun(await beginning.run());
  };
  if (!canBegin) return isQuiet ? null : <p class="hint">{words.notLead}</p>;
  return (
    <>
      <Button
        tone={isQuiet ? 'quiet' : 'plain'}
        isBusy={beginning.isBusy}
        onPress={() => void begin()}
      >
        {isTaught ? words.again : words.begin}
      </Button>
      {isQuiet ? null : <p class="hint">{words.beginText}</p>}
      <output class="hint">{hasBegun ? words.begun : ''}</output>
      <ErrorNote text={beginning.refused} />
    </>
  );
}
