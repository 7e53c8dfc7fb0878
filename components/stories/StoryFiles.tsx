import { Download } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Menu } from '#components/ui/Menu.tsx';
import type { StoryFormat } from '#utils/stories/export-stories.ts';
import type { StoriesProps, StoryFileToImport } from './stories-props.ts';
import { storiesWords as words } from './words.ts';

const formats: readonly StoryFormat[] = ['csv', 'json', 'md', 'html'];

type StoryFilesProps = Pick<StoriesProps, 'stories' | 'onExport' | 'onReadFile'>;

/** Stories out into a file, and in from one, which is told before anything is taken in. */
export function StoryFiles({ stories, onExport, onReadFile }: StoryFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<StoryFileToImport | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const read = async (chosen: File) => {
    setTrouble(null);
    setSaid('');
    const told = await onReadFile(chosen.name, await chosen.text());
    if ('refused' in told) setTrouble(told.refused);
    else setFile(told);
  };
  return (
    <div class="story-files stack-small">
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.json,.html,.htm,text/csv,application/json,text/html"
        aria-label={words.importFile}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen) void read(chosen);
          currentTarget.value = '';
        }}
      />
      <div class="row">
        <Button tone="quiet" onPress={() => input.current?.click()}>
          {words.importFile}
        </Button>
        {stories === null || stories.length === 0 ? null : (
          <Menu
            label={words.export(stories.length)}
            face={
              <>
                <Download size={14} strokeWidth={1.75} /> {words.export(stories.length)}
              </>
            }
            items={formats.map((id) => ({ id, label: words.formats[id] }))}
            onPick={(format) => {
              const withheld = onExport(format);
              setSaid(words.exported(stories.length - withheld, withheld));
            }}
          />
        )}
        <span class="hint" role="status">
          {said}
        </span>
      </div>
      <ErrorNote text={trouble} />
      {file === null ? null : (
        <ImportPlan
          file={file}
          onDone={(words) => {
            setFile(null);
            setSaid(words);
          }}
        />
      )}
    </div>
  );
}

function ImportPlan({ file, onDone }: { file: StoryFileToImport; onDone: (said: string) => void }) {
  const [written, setWritten] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const stop = useRef(new AbortController());
  const { added, known, skipped } = file;
  const isBusy = written !== null;
  const run = async () => {
    setRefused(null);
    setWritten(0);
    let last = 0;
    const why = await file.onImport((now) => {
      last = now;
      setWritten(now);
    }, stop.current.signal);
    setWritten(null);
    if (why === null) onDone(words.imported(last));
    else setRefused(why);
  };
  return (
    <div class="card stack-small" role="group" aria-label={file.fileName}>
      <p>
        <bdi>{file.fileName}</bdi>: {words.plan(added, known, skipped.length)}
      </p>
      {skipped.length === 0 ? null : (
        <details>
          <summary class="hint">{words.skipped(skipped.length)}</summary>
          <ul class="story-skipped">
            {skipped.slice(0, 50).map(({ line, reason }) => (
              <li key={line}>{words.skippedLine(line, reason)}</li>
            ))}
          </ul>
        </details>
      )}
      <ErrorNote text={refused} />
      <div class="row">
        {isBusy ? (
          <>
            <span class="grow" role="status">
              {words.writing(written, added + known)}
            </span>
            <Button onPress={() => stop.current.abort()}>{words.stop}</Button>
          </>
        ) : (
          <>
            <Button
              tone="main"
              blocked={added + known === 0 ? words.nothing : null}
              onPress={() => void run()}
            >
              {words.takeIn(added + known)}
            </Button>
            <Button tone="quiet" onPress={() => onDone('')}>
              {words.cancel}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
