import { POST_TEXT_MAX } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { SiteId } from '#utils/model/site.ts';
import { cleanLine, cleanLines, clipText } from './clean-text.ts';

const ISO_DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\d*(Z|[+-]\d{2}:?\d{2})?)?/iu;

/** What an adapter has read, before it is clipped to the limits of the model. */
export interface ReadPost {
  site: SiteId;
  id: string | null | undefined;
  /** With or without a leading `@`. */
  handle: string | null | undefined;
  name?: string | null | undefined;
  text: string;
  title?: string | null | undefined;
  permalink: string | null;
  /** ISO date as the page gives it. */
  time?: string | null | undefined;
  parentId?: string | null | undefined;
  lang?: string | null | undefined;
  quoted?: { author: string; text: string } | null | undefined;
  truncated?: boolean;
  promoted?: boolean;
}

/** A post that `postSchema` accepts, long values clipped; null without an id or an author. */
export function toPost(read: ReadPost): Post | null {
  const id = clipText(cleanLine(read.id ?? ''), 300);
  const handle = toHandle(read.handle);
  if (!id || !handle) return null;
  const name = clipText(cleanLine(read.name ?? ''), 200);
  const title = clipText(cleanLine(read.title ?? ''), 500);
  const lang = toLanguage(read.lang);
  const { quoted } = read;
  return {
    site: read.site,
    id,
    author: { handle, ...(name && { name }) },
    text: clipText(cleanLines(read.text), POST_TEXT_MAX),
    ...(title && { title }),
    permalink: read.permalink,
    time: toTime(read.time),
    parentId: clipText(cleanLine(read.parentId ?? ''), 300) || null,
    ...(lang && { lang }),
    ...(quoted && {
      quoted: {
        author: toHandle(quoted.author),
        text: clipText(cleanLines(quoted.text), POST_TEXT_MAX),
      },
    }),
    ...(read.truncated && { truncated: true }),
    ...(read.promoted && { promoted: true }),
  };
}

/** A handle on one line without its leading `@`, clipped; empty when there is none. */
export function toHandle(text: string | null | undefined): string {
  return clipText(cleanLine(text ?? '').replace(/^@+/u, ''), 200);
}

/** An ISO date (with or without a zone, which is then UTC) as ms since 1970; null when it is none. */
export function toTime(iso: string | null | undefined): number | null {
  const parts = ISO_DATE.exec(iso?.trim() ?? '');
  if (!parts) return null;
  const [, date = '', clock = '00:00', zone = 'Z'] = parts;
  // Reddit writes six decimals and `+0000`, which engines need not understand.
  const time = Date.parse(`${date}T${clock}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`);
  return Number.isNaN(time) ? null : time;
}

function toLanguage(tag: string | null | undefined): string | null {
  const text = tag?.trim() ?? '';
  // X writes `und`, `zxx` and `q..` codes of its own for "no language".
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(text) || /^(?:und|zxx|q[a-z]{2})$/iu.test(text))
    return null;
  return text.length <= 35 ? text : null;
}
