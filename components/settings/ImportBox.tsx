import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import type { LibrarySectionProps } from './options-props.ts';
import { libraryWords as words } from './library-words.ts';

const SKIPPED_SHOWN = 20;

/** Reads a file of snippets and reports, line by line, what was left out and why. */
export function ImportBox({ onImport }: Pick<LibrarySectionProps, 'onImport'>) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [report, setReport] = useState<Awaited<ReturnType<typeof onImport>> | null>(null);
  const read = async (file: File) => {
    setBusy(true);
    setReport(await onImport(file.name, await file.text()));
    setBusy(false);
  };
  const sound = report !== null && 'added' in report ? report : null;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.json,.yml,.yaml,.textexpander,.plist,text/csv,application/json"
        aria-label={words.import}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void read(file);
          currentTarget.value = '';
        }}
      />
      <Button isBusy={isBusy} onPress={() => input.current?.click()}>
        {words.import}
      </Button>
      <ErrorNote text={report !== null && 'refused' in report ? report.refused : null} />
      <output class="import-report">
        {sound === null ? null : (
          <>
            <p>{words.added(sound.added)}</p>
            {sound.skipped.length === 0 ? null : <p>{words.skipped(sound.skipped.length)}</p>}
            {sound.skipped.slice(0, SKIPPED_SHOWN).map(({ line, reason }) => (
              <p class="hint" key={line}>
                {words.skippedLine(line, reason)}
              </p>
            ))}
          </>
        )}
      </output>
    </>
  );
}
