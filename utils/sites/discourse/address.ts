import { toIdHost } from '#utils/model/address-id.ts';
import { toUrl } from '#utils/sites/dom/address.ts';

/** `/t/slug/12`, `/t/slug/12/3`, `/t/12/3`, also below the folder of a forum; a slug is never a number alone. */
const TOPIC =
  /^(?<folder>.*\/t\/)(?<slug>(?!\d+(?:\/|$))[^/]+\/)?(?<topic>\d+)(?:\/(?<number>\d+))?\/?$/u;

/** Where a post stands: its topic and its number within it. */
export interface TopicPlace {
  topic: string;
  /** 1 for the topic itself. */
  number: number;
  /** Address of the topic without the number of a post. */
  topicUrl: string;
  /** The same without its host and slug, which change: `/t/12`. */
  topicPath: string;
}

/** What an address of a topic or of one of its posts on the host of `page` says; null for any other. */
export function toTopicPlace(href: string | null | undefined, page: URL): TopicPlace | null {
  const url = toUrl(href, page);
  const isHere = url !== null && toIdHost(url) === toIdHost(page);
  const parts = isHere ? TOPIC.exec(url.pathname)?.groups : null;
  if (!url || !parts) return null;
  const { folder = '', slug = '', topic = '', number = '1' } = parts;
  return {
    topic,
    number: Math.max(1, Number(number)),
    topicUrl: url.origin + folder + slug + topic,
    topicPath: folder + topic,
  };
}

/** The address of a post, without the name of whoever shared it (`?u=`). */
export function toPostUrl({ topicUrl }: TopicPlace, number: number): string | null {
  const url = number === 1 ? topicUrl : `${topicUrl}/${number}`;
  return url.length <= 2_000 ? url : null;
}
