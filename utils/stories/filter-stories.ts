import type { Permission, Story } from '#utils/model/story.ts';

/** What of the stories is shown; null: all. */
export interface StoryFilter {
  /** `changed`: the post was edited or deleted since. */
  permission: Permission | 'changed' | null;
  tag: string | null;
  campaign: string | null;
  /** Id of a collection. */
  collection: string | null;
  site: string | null;
}

export const NO_FILTER: StoryFilter = {
  permission: null,
  tag: null,
  campaign: null,
  collection: null,
  site: null,
};

/** What stories can be filtered by, with how many there are of each, the most first. */
export interface StoryFacets {
  permissions: Record<NonNullable<StoryFilter['permission']>, number>;
  tags: Facet[];
  campaigns: Facet[];
  sites: Facet[];
  /** Number of stories by collection id. */
  collections: ReadonlyMap<string, number>;
}

export interface Facet {
  name: string;
  count: number;
}

/** True when a story is among what is wanted. Tags are the same whatever their case. */
export function passesFilter(story: Story, filter: StoryFilter): boolean {
  const { permission, tag, campaign, collection, site } = filter;
  return (
    (permission === null || isOfPermission(story, permission)) &&
    (tag === null || story.tags.some((one) => toSame(one) === toSame(tag))) &&
    (campaign === null || story.campaign === campaign) &&
    (collection === null || (story.collections ?? []).includes(collection)) &&
    (site === null || story.post.site === site)
  );
}

/** Counts what stories can be filtered by. */
export function toFacets(stories: Iterable<Story>): StoryFacets {
  const permissions = { none: 0, asked: 0, granted: 0, declined: 0, withdrawn: 0, changed: 0 };
  const tags = new Map<string, Facet>();
  const campaigns = new Map<string, Facet>();
  const sites = new Map<string, Facet>();
  const collections = new Map<string, number>();
  for (const story of stories) {
    permissions[story.permission]++;
    if (story.changed) permissions.changed++;
    for (const tag of story.tags) count(tags, toSame(tag), tag);
    if (story.campaign) count(campaigns, story.campaign, story.campaign);
    count(sites, story.post.site, story.post.site);
    for (const id of story.collections ?? []) collections.set(id, (collections.get(id) ?? 0) + 1);
  }
  return {
    permissions,
    tags: toSorted(tags),
    campaigns: toSorted(campaigns),
    sites: toSorted(sites),
    collections,
  };
}

function isOfPermission(story: Story, wanted: NonNullable<StoryFilter['permission']>): boolean {
  return wanted === 'changed' ? story.changed !== undefined : story.permission === wanted;
}

function count(counts: Map<string, Facet>, key: string, name: string): void {
  const known = counts.get(key);
  if (known) known.count++;
  else counts.set(key, { name, count: 1 });
}

function toSorted(counts: ReadonlyMap<string, Facet>): Facet[] {
  return [...counts.values()].sort(
    (one, other) => other.count - one.count || one.name.localeCompare(other.name),
  );
}

function toSame(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}
