import { cleanLine } from './clean-text.ts';

const PLACES = 'u|users?|members?|profiles?|people|authors?|channel';
const KEYS = 'u|uid|user|userid|user_id|member|memberid';
/** Cheap first look; what it finds is told by `PROFILE`. */
export const PROFILE_LINK = [
  '/u/',
  '/user',
  '/member',
  '/profile',
  '/people/',
  '/author',
  '/channel/',
  '/@',
  '/~',
  'u=',
  'uid=',
  'user=',
  'userid=',
  'user_id=',
  'member=',
  'memberid=',
]
  .map((part) => `a[href*="${part}"]`)
  .join(', ');
/** A place of people and one name, before it a number at most; nothing of theirs below it. */
const PROFILE = new RegExp(
  [
    `^(?:https?://[^/?#]+)?(?:[^?#]*/(?:${PLACES})/(?:\\d+/)?([^/?#]+)/?(?:\\?[^#]*)?`,
    `/[@~]([^/?#]+)/?(?:\\?[^#]*)?`,
    `[^?#]*\\?(?:[^#]*&)?(?:${KEYS})=((?!http)[^&#]+)[^#]*`,
    `(?:[^?#]*/)?(?:user|member|profile)(?:\\.php)?\\?id=([^&#]+)[^#]*)$`,
  ].join('|'),
  'iu',
);
const NOBODY = /^(?:me|login|logout|register|signup|settings|new|edit|search|all|online)$/iu;

/** The person that a link leads to, as the end of its address; null for a link to anything else. */
export function toProfile(link: Element): string | null {
  const match = PROFILE.exec(link.getAttribute('href') ?? '');
  const name = match?.slice(1).find((part) => part !== undefined);
  return name === undefined || NOBODY.test(name) ? null : decode(name);
}

/** Handle and name by the link of an author: the end of its address, which stays, unless that is a number only. */
export function toAuthor(text: string, profile: string): { handle: string; name: string } {
  if (/^\d+$/u.test(profile)) return { handle: text, name: '' };
  const handle = cleanLine(profile).replace(/^@+/u, '');
  const name = cleanLine(text.replace(`@${handle}`, ''));
  return { handle, name: name === handle ? '' : name };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
