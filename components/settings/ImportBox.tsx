import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { FileToImport, LibrarySectionProps } from './library-props.ts';
import { importWords as words } from './import-words.ts';

interface ImportBoxProps extends Pick<LibrarySectionProps, 'onReadFile'> {
  onFile: (file: FileToImport) => void;
  onTrouble: (words: string | null) => void;
}

/** Takes a file of answers and tells what is in it. */
export function ImportBox({ onReadFile, onFile, onTrouble }: ImportBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const read = async (file: File) => {
    setBusy(true);
    onTrouble(null);
    const told = await onReadFile(file.name, await file.text());
    setBusy(false);
    if ('refused' in told) onTrouble(told.refused);
    else onFile(told);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.json,.yml,.yaml,.textexpander,.plist,text/csv,application/json"
        aria-label={words.choose}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void read(file);
          currentTarget.value = '';
        }}
      />
      <Button isBusy={isBusy} onPress={() => input.current?.click()}>
        {words.choose}
      </Button>
    </>
  );
}
