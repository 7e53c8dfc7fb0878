/** LinkedIn names everything by URNs, written in several ways; here each becomes one. */
import { toUrl } from '../dom/address.ts';

/** The kinds of URN that one post may go by; their numbers differ and cannot be converted. Best known first. */
export const postKinds = ['activity', 'ugcPost', 'share'] as const;

/** As URN (2015 on), as in public addresses (`…-activity-1-abcd`), and as React component keys (2026-05). */
const POST = /\b(activity|ugcPost|share)[:-](\d{6,20})(?!\d)/gu;
const POST_KEY = /\b(activityId|userGeneratedContentId|shareId)=(\d{6,20})(?!\d)/gu;
const COMMENT = /urn:li:comment:\((?:urn:li:)?([a-z]+):([\d-]+),(\d+)\)/iu;

const KEY_KINDS: Record<string, string> = {
  activityId: 'activity',
  userGeneratedContentId: 'ugcPost',
  shareId: 'share',
};

/** The upper bits of an id since 2013 are the moment of its making, ms since 1970. */
const MOMENT_BITS = 22n;
const FIRST_MOMENT = Date.UTC(2013, 0);
const LAST_MOMENT = Date.UTC(2100, 0);
const NUMBER_MAX = 20;

export interface CommentUrn {
  urn: string;
  /** The comment's own number. */
  id: string;
  /** What it was written under. */
  postUrn: string;
}

/** Every post that a text names, in order. */
export function readPostUrns(text: string | null | undefined): string[] {
  const plain = (text ?? '').replace(/%3A/giu, ':');
  const written = [...plain.matchAll(POST)].map(([, kind, id]) => toUrn(kind, id));
  const keys = [...plain.matchAll(POST_KEY)].map(([, key = '', id]) => toUrn(KEY_KINDS[key], id));
  return [...written, ...keys];
}

function toUrn(kind = '', id = ''): string {
  return `urn:li:${kind}:${id}`;
}

/** The comment that a text names; null for any other. */
export function readCommentUrn(text: string | null | undefined): CommentUrn | null {
  const [, kind, post, id] = COMMENT.exec((text ?? '').replace(/%3A/giu, ':')) ?? [];
  if (!kind || !post || !id) return null;
  const postUrn = toUrn(kind, post);
  return { urn: `urn:li:comment:(${postUrn},${id})`, id, postUrn };
}

/** The moment that a number holds, as an ISO date; null for the short numbers of former years. */
export function toUrnTime(urn: string | null | undefined): string | null {
  const number = /(\d+)\)?$/u.exec(urn ?? '')?.[1] ?? '';
  if (number === '' || number.length > NUMBER_MAX) return null;
  const moment = Number(BigInt(number) >> MOMENT_BITS);
  return moment > FIRST_MOMENT && moment < LAST_MOMENT ? new Date(moment).toISOString() : null;
}

/** The address of a post. */
export function toPostAddress(urn: string): string {
  return `https://www.linkedin.com/feed/update/${urn}/`;
}

/** The address of a comment on its post's page. */
export function toCommentAddress({ id, postUrn }: CommentUrn): string {
  const url = new URL(toPostAddress(postUrn));
  url.searchParams.set('dashCommentUrn', `urn:li:fsd_comment:(${id},${postUrn})`);
  return url.href;
}

/** What stands for an account: the name in the address of a member, or of an organization with its kind before it. */
export function toProfileHandle(href: string | null | undefined, base: URL): string | null {
  const url = toUrl(href, base);
  if (!url || !isLinkedinHost(url.hostname)) return null;
  const [, kind, slug] = /^\/(in|company|showcase|school)\/([^/]+)/u.exec(url.pathname) ?? [];
  if (!kind || !slug || slug === 'me') return null;
  const name = decode(slug);
  return kind === 'in' ? name : `${kind}/${name}`;
}

/** The hosts of LinkedIn: signed in always `www`, public pages those of countries too. */
export function isLinkedinHost(host: string): boolean {
  return /^(?:(?:www|m|[a-z]{2})\.)?linkedin\.com$/u.test(host);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
