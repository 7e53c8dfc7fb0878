import type { FileToImport, ImportOutcome } from '#components/settings/library-props.ts';
import { readForeignFile, toLines, toOwnFile } from '#utils/library/read-foreign.ts';
import type { ImportPart } from '#utils/model/library-import.ts';
import { send } from '#utils/messages/send.ts';
import { toWords } from './use-team-state.ts';

/** What a file would do to the library, in words where it cannot be read; and, when it is wanted, takes it in. */
export async function readFileToImport(
  fileName: string,
  text: string,
): Promise<FileToImport | { refused: string }> {
  try {
    const read = await readForeignFile(fileName, text);
    if (read?.trouble) return { refused: read.trouble };
    const own = read ? toOwnFile(read.records) : { fileName, text };
    const { skipped, ...plan } = await send('library.plan', own);
    // The file as a whole.
    const [first] = skipped;
    if (!read && first?.line === 0) return { refused: first.reason };
    const all = read ? [...read.skipped, ...toLines(skipped, read.records)] : skipped;
    return {
      ...plan,
      fileName,
      skipped: all.toSorted((one, other) => one.line - other.line),
      onImport: (choice, onPart, signal) =>
        importParts(() => send('library.import', { ...own, ...choice }), onPart, signal),
    };
  } catch (error) {
    return { refused: toWords(error) };
  }
}

/** Takes in part after part until nothing is left, somebody stops it, or it is refused. What was written stays. */
export async function importParts(
  importPart: () => Promise<ImportPart>,
  onPart: (written: number) => void,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const outcome: ImportOutcome = { report: { added: [], changed: [] }, left: 0, refused: null };
  const { added, changed } = outcome.report;
  for (;;) {
    try {
      const part = await importPart();
      added.push(...part.added);
      changed.push(...part.changed);
      outcome.left = part.left;
      onPart(added.length + changed.length);
      const isStuck = part.added.length + part.changed.length === 0;
      if (part.left === 0 || isStuck || signal.aborted) return outcome;
    } catch (error) {
      return { ...outcome, refused: toWords(error) };
    }
  }
}
