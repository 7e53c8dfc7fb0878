import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TagInput } from '#components/ui/TagInput.tsx';
import { useEscape } from '#components/ui/use-escape.ts';
import { useFocusReturn } from '#components/ui/use-focus-return.ts';
import { importWords as words } from './import-words.ts';
import type {
  FileToImport,
  ImportChoice,
  ImportOutcome,
  LibrarySectionProps,
} from './library-props.ts';
import { SkippedLines } from './SkippedLines.tsx';
import { WordDiff } from './WordDiff.tsx';
import { optionsWords } from './words.ts';

interface ImportPreviewProps extends Pick<LibrarySectionProps, 'toDiff' | 'tags'> {
  file: FileToImport;
  onDone: (outcome: ImportOutcome) => void;
  onClose: () => void;
}

/** What a file would do to the library, and how it shall: nothing is written before somebody says so. */
export function ImportPreview({ file, toDiff, tags, onDone, onClose }: ImportPreviewProps) {
  const { fresh, same, older, changed, samples, waits, skipped } = file;
  const [choice, setChoice] = useState<ImportChoice>({
    kind: 'snippet',
    tags: [],
    takesChanges: false,
  });
  const [written, setWritten] = useState<number | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useFocusReturn(box);
  const leave = () => (stopping.current ? stopping.current.abort() : onClose());
  useEscape(box, leave);
  useEffect(() => heading.current?.focus(), []);
  const change = (part: Partial<ImportChoice>) => setChoice({ ...choice, ...part });
  const added = samples.filter(({ was }) => was === null);
  const changes = samples.filter(({ was }) => was !== null);
  const isUseful = fresh + changed > 0;
  const changing = choice.takesChanges ? changed : 0;
  const take = async () => {
    stopping.current = new AbortController();
    setRefused(null);
    setWritten(0);
    const outcome = await file.onImport(choice, setWritten, stopping.current.signal);
    stopping.current = null;
    setWritten(null);
    const { added, changed: rewritten } = outcome.report;
    if (outcome.refused !== null && added.length + rewritten.length === 0) {
      setRefused(outcome.refused);
    } else onDone(outcome);
  };
  return (
    <section ref={box} class="card stack import" aria-labelledby={id}>
      <div>
        <h3 id={id} ref={heading} tabIndex={-1} dir="auto">
          {words.heading(file.fileName)}
        </h3>
        <p class="hint">{isUseful ? words.nothingYet : words.nothing}</p>
      </div>
      {fresh === 0 ? null : (
        <div class="stack-small">
          <p class="import-count">{words.fresh(fresh)}</p>
          <ul class="import-samples">
            {added.map(({ title, text }) => (
              <li key={text}>
                {title ? <strong dir="auto">{title}</strong> : null}
                <p class="clamp" dir="auto">
                  {text}
                </p>
              </li>
            ))}
            {fresh > added.length ? (
              <li class="hint">{words.freshMore(fresh - added.length)}</li>
            ) : null}
          </ul>
        </div>
      )}
      {changed === 0 ? null : (
        <div class="stack-small">
          <p class="import-count">{words.changed(changed)}</p>
          <ul class="import-samples">
            {changes.map(({ title, was, text }) => (
              <li key={text}>
                {title ? <strong dir="auto">{title}</strong> : null}
                <WordDiff parts={toDiff(was ?? '', text)} />
              </li>
            ))}
            {changed > changes.length ? (
              <li class="hint">{words.freshMore(changed - changes.length)}</li>
            ) : null}
          </ul>
          <label class="check">
            <input
              type="checkbox"
              checked={choice.takesChanges}
              onChange={({ currentTarget }) => change({ takesChanges: currentTarget.checked })}
            />
            {words.takesChanges(changed)}
          </label>
        </div>
      )}
      {same === 0 ? null : <p>{words.same(same)}</p>}
      {older === 0 ? null : <p>{words.older(older)}</p>}
      <SkippedLines skipped={skipped} />
      {isUseful ? (
        <>
          {fresh === 0 ? null : (
            <Select
              label={words.kind}
              value={choice.kind}
              options={[
                { value: 'snippet', label: words.kinds.snippet },
                { value: 'reply', label: words.kinds.reply },
              ]}
              onValue={(kind) => change({ kind })}
            />
          )}
          <TagInput
            label={words.tags}
            terms={choice.tags}
            known={tags}
            maxTerms={20}
            clean={(tag) => tag.slice(0, 40)}
            onTerms={(terms) => change({ tags: terms })}
          />
          {waits ? <p class="hint">{words.waits}</p> : null}
        </>
      ) : null}
      <ErrorNote text={refused} />
      {written === null ? null : (
        <label class="import-progress">
          <progress max={fresh + changing} value={written} />
          {words.written(written, fresh + changing)}
        </label>
      )}
      <div class="row row-end">
        <Button tone="quiet" onPress={leave}>
          {written !== null ? words.stop : isUseful ? optionsWords.cancel : words.close}
        </Button>
        {fresh + changing === 0 ? null : (
          <Button tone="main" isBusy={written !== null} onPress={() => void take()}>
            {words.add(fresh, changing)}
          </Button>
        )}
      </div>
    </section>
  );
}
