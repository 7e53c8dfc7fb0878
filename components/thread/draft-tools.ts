import type { Snippet } from '#utils/messages/payloads.ts';

/** One of the posts into which a draft was cut, with its length by the site's count. */
export interface DraftPart {
  text: string;
  used: number;
  isSent?: true | undefined;
}

/** What helps with the draft that is being written. */
export interface DraftTools {
  /** Texts of the library that fit the words typed; none where they cannot be asked for. */
  onFindSnippets: (query: string) => Promise<Snippet[]>;
  /** One of them went into the draft. */
  onSnippetUsed: (snippet: Snippet) => void;
  /** Whether a draft may be put before the team. */
  offersLook: boolean;
  /** The draft is too long for one post: how many it would be, and whether the site takes several. Null while it fits. */
  tooLong: { posts: number; isThreaded: boolean } | null;
  /** The draft was cut into several posts; null while it is one. */
  split: { parts: DraftPart[]; limit: number } | null;
  onSplit: () => void;
  /** Goes back to one text. */
  onJoin: () => void;
}
