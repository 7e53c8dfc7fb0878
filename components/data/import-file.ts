import type { FileToImport } from '#components/settings/library-props.ts';
import { readForeignFile, toLines, toOwnFile } from '#utils/library/read-foreign.ts';
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
      async onImport(choice) {
        try {
          return await send('library.import', { ...own, ...choice });
        } catch (error) {
          return { refused: toWords(error) };
        }
      },
    };
  } catch (error) {
    return { refused: toWords(error) };
  }
}
