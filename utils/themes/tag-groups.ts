import { toHash } from '#utils/text/hash.ts';
import { compare } from './read-terms.ts';
import type { Steps } from './steps.ts';
import type { ThemePost } from './theme.ts';

export interface TagGroup {
  id: string;
  /** As most wrote it. */
  tag: string;
  /** Numbers of its posts, ascending. */
  members: number[];
}

interface Group {
  forms: Map<string, number>;
  members: number[];
}

/** Posts by tag; tags are the same whatever their case and width. */
export function* groupByTag(posts: readonly ThemePost[]): Steps<TagGroup[]> {
  const groups = new Map<string, Group>();
  for (const [at, { tags = [] }] of posts.entries()) {
    for (const tag of tags) {
      const key = tag.trim().normalize('NFKC').toLowerCase();
      if (key === '') continue;
      const group: Group = groups.get(key) ?? { forms: new Map(), members: [] };
      groups.set(key, group);
      group.forms.set(tag.trim(), (group.forms.get(tag.trim()) ?? 0) + 1);
      if (group.members.at(-1) !== at) group.members.push(at);
    }
    if (at % 2_000 === 1_999) yield at / posts.length;
  }
  return [...groups].map(([key, { forms, members }]) => {
    const [usual] = [...forms].sort((a, b) => b[1] - a[1] || compare(b[0], a[0]));
    return { id: `tag-${toHash(key)}`, tag: usual?.[0] ?? key, members };
  });
}
