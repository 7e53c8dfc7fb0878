import type { Snippet } from '#utils/messages/payloads.ts';

/** What helps with the draft that is being written. */
export interface DraftTools {
  /** Texts of the library that fit the words typed; none where they cannot be asked for. */
  onFindSnippets: (query: string) => Promise<Snippet[]>;
}
