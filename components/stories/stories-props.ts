import type { Attempt } from '#components/ui/attempt.ts';
import type { Collection, Evidence, Permission, Story, StoryEdit } from '#utils/model/story.ts';
import type { StoryFacets, StoryFilter } from '#utils/stories/filter-stories.ts';

/** What a person changes of one or many stories. */
export type StoriesEdit = Omit<StoryEdit, 'id'>;

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
  onCollection: Attempt<[collection: Collection]>;
  onEndCollection: Attempt<[id: string]>;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
}
