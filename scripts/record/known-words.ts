/** Words that are structure wherever they stand in addresses and ids: they tell nothing of anybody. */
const COMMON = `a about account activity add admin all answer answers app archive article articles author authors avatar ball
blog board boards body box button by card category categories channel channels chat city col comment comments
commentid companies company compose composer content conversation country create css data default delete details
discuss discussion discussions display edit editor embed en entry explore facebook feed file footer form forum forums
group groups hashtag head header hidden home html id image images img in inbox index info input issue issues item items
js kommentar label language latest left li like likes link list listing lists login logo main media member members menu
message messages mobile module more nav new news next note notes notifications number office page pages panel parent
people permalink photo photos php place pin play post postid posts prev private product products profile profiles
public pulls question questions quote r read region related reply replies report repost response review reviews right
root row rss s save search section see share shares showthread sidebar signature site span sr statuses status store
story stories sub submission subreddit table tag tags text thread threads time timeline title toolbar top topic topics
tweet u ui uid unread update updates url user userid username users v video videos view viewtopic votes watch web
wiki widget wrapper www`;

export interface KnownWords {
  /** Small letters. */
  words: ReadonlySet<string>;
  /** Texts that the adapter looks for, as they are written. */
  phrases: ReadonlySet<string>;
  hosts: ReadonlySet<string>;
}

const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/gu;
const LITERAL =
  /'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?![*/\s])(?:\\.|\[[^\]\n]*\]|[^/\\\n])+\/[a-z]*/gu;

/** What the sources of an adapter say is structure, besides what is so everywhere. */
export function toKnownWords(sources: readonly string[], more: readonly string[] = []): KnownWords {
  const literals = sources.flatMap((source) =>
    [...source.replace(COMMENT, '').matchAll(LITERAL)].map(([literal]) => literal),
  );
  const plain = literals.filter((one) => one.startsWith("'")).map((one) => one.slice(1, -1));
  const words = [...literals, ...more, COMMON]
    .flatMap((text) => text.match(/[a-z]+/giu) ?? [])
    .map((word) => word.toLowerCase());
  return {
    words: new Set(words),
    phrases: new Set([...plain.filter((text) => /\p{L}{2}/u.test(text)), ...more]),
    hosts: new Set(
      literals.flatMap(
        (text) =>
          text.replaceAll('\\', '').match(/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}\b/giu) ?? [],
      ),
    ),
  };
}
