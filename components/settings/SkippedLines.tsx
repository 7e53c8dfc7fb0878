import { importWords as words } from './import-words.ts';
import type { FileToImport } from './library-props.ts';

const SHOWN = 20;

/** Lines of a file that cannot be taken, each with the reason, and what to do about them. */
export function SkippedLines({ skipped }: Pick<FileToImport, 'skipped'>) {
  if (skipped.length === 0) return null;
  return (
    <div class="stack-small">
      <p class="import-count">{words.skipped(skipped.length)}</p>
      <ol class="import-skipped">
        {skipped.slice(0, SHOWN).map(({ line, reason }) => (
          <li key={line}>{line === 0 ? reason : words.skippedLine(line, reason)}</li>
        ))}
        {skipped.length > SHOWN ? (
          <li class="hint">{words.skippedMore(skipped.length - SHOWN)}</li>
        ) : null}
      </ol>
      <p class="hint">{words.skippedHelp(skipped.length)}</p>
    </div>
  );
}
