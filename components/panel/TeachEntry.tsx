import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import type { TeachProps } from './teach-props.ts';
import { teachWords as words } from './teach-words.ts';

export interface TeachEntryProps extends Pick<TeachProps, 'onBegin'> {
  /** For whom changes how sites are read. */
  canBegin: boolean;
}

/** The way into teaching, where a page of a site that Hearback does not know shows nothing. */
export function TeachEntry({ onBegin, canBegin }: TeachEntryProps) {
  const beginning = useAttempt(onBegin);
  if (!canBegin) return <p class="hint">{words.notLead}</p>;
  return (
    <>
      <Button isBusy={beginning.isBusy} onPress={() => void beginning.run()}>
        {words.begin}
      </Button>
      <p class="hint">{words.beginText}</p>
      <ErrorNote text={beginning.refused} />
    </>
  );
}
