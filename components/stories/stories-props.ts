import type { Attempt } from '#components/ui/attempt.ts';
import type { Collection, Evidence, Permission, Story, StoryEdit } from '#utils/model/story.ts';
import type { Share, ShareRequest } from '#utils/model/share.ts';
import type { StoryFormat } from '#utils/stories/export-stories.ts';
import type { StoryFacets, StoryFilter } from '#utils/stories/filter-stories.ts';

/** What a person changes of one or many stories. */
export type StoriesEdit = Omit<StoryEdit, 'id'>;

/** How one story leaves: as a picture, or copied as a piece of HTML or Markdown. */
export type QuoteKind = 'png' | 'html' | 'md';

/** A file as it was read, before anything of it is taken in. */
export interface StoryFileToImport {
  fileName: string;
  /** Stories that the team does not have, and those that it has: these get what the file adds. */
  added: number;
  known: number;
  skipped: { line: number; reason: string }[];
  /** Why it stopped, in words; null when it is done or was stopped. `onPart` is told how many are written. */
  onImport: (onPart: (written: number) => void, signal: AbortSignal) => Promise<string | null>;
}

/** The library of stories. */
export interface StoriesProps {
  /** Local clock, ms. */
  now: number;
  /** What passes search and filter: the best first while something is searched, else the newest; null while loading. */
  stories: readonly Story[] | null;
  /** All that there are; null while they are being read. */
  total: number | null;
  /** The search does not know all of them yet. */
  isGrowing: boolean;
  facets: StoryFacets;
  collections: readonly Collection[];
  query: string;
  filter: StoryFilter;
  chosen: Story | null;
  /** Of the chosen story: an address to show it by; null where there is none or it is not here yet. */
  picture: string | null;
  /** Member id → name. */
  names: Readonly<Record<string, string>>;
  /** How the customer of the chosen story is asked for permission. */
  request: string;
  onQuery: (query: string) => void;
  onFilter: (filter: StoryFilter) => void;
  onChoose: (id: string | null) => void;
  onEdit: Attempt<[ids: readonly string[], edit: StoriesEdit]>;
  onConsent: Attempt<[id: string, state: Permission, evidence: Evidence | null]>;
  onRemove: Attempt<[ids: readonly string[]]>;
  /** Links to the collection that is filtered by; null where there are none to be had now. */
  shares: readonly Share[] | null;
  /** Leads and the owner of a team. */
  canShare: boolean;
  onShare: (request: ShareRequest) => Promise<{ link: string } | { refused: string }>;
  onEndShare: Attempt<[id: string]>;
  onCollection: Attempt<[collection: Collection]>;
  onEndCollection: Attempt<[id: string]>;
  /** Saves what is listed as a file; how many were left out because their customers said no. */
  onExport: (format: StoryFormat) => number;
  /** False when the browser refused. */
  onQuote: (kind: QuoteKind) => Promise<boolean>;
  onReadFile: (fileName: string, text: string) => Promise<StoryFileToImport | { refused: string }>;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
}
