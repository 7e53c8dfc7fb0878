import { toUrl } from '#utils/sites/dom/address.ts';

const THREAD =
  /^\/(?<owner>[\w.-]{1,100})\/(?<repo>[\w.-]{1,100})\/(?<kind>issues|pull|discussions)\/(?<number>\d{1,15})(?:\/|$)/u;
/** What GitHub calls the places of comments, each counted over the whole of it. */
const COMMENT = /^(?:(?:issuecomment|discussioncomment|pullrequestreview)-|discussion_r)\d{1,19}$/u;
const OPENING = /^(?:issue|discussion|pullrequest)-\d{1,19}$/u;

export interface ThreadAddress {
  /** Issues, pull requests and discussions of a repository share their numbers. */
  id: string;
  url: string;
}

/** The issue, pull request or discussion that an address leads to or into; null for any other. */
export function toThread(href: string | null | undefined, page: URL): ThreadAddress | null {
  const url = toUrl(href, page);
  const parts = url?.host === page.host ? THREAD.exec(url.pathname)?.groups : null;
  if (!url || !parts) return null;
  const { owner = '', repo = '', kind = '', number = '' } = parts;
  return {
    id: `${owner}/${repo}`.toLowerCase() + `#${number}`,
    url: `${url.origin}/${owner}/${repo}/${kind}/${number}`,
  };
}

/** The place that an address or an id names within its thread: `issuecomment-12`, `issue-3`. */
export function toPlace(text: string | null | undefined): string | null {
  const place =
    text
      ?.split('#')
      .at(-1)
      ?.replace(/-permalink$/u, '') ?? '';
  return COMMENT.test(place) || OPENING.test(place) ? place : null;
}

/** True for the place of what a thread begins with. */
export function isOpening(place: string): boolean {
  return OPENING.test(place);
}
