/**
 * A video of TikTok with its description: an item of the feed, a card of the search, or what the page is about. The
 * older feed names no video at all; such a post is known by its author and words only.
 */
import type { Post } from '#utils/model/post.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toHandle, toPost } from '#utils/sites/dom/to-post.ts';
import { toHash } from '#utils/text/hash.ts';
import { readProfile, readVideoLink, toPermalink, toVideoPath, type VideoPath } from './address.ts';
import { isAdvertisement } from './advertisement.ts';
import { parentOf } from '../dom/neighbors.ts';

/** Saved feed of 2022-03, whose names are still used in sources of 2025 and 2026. */
export const videoSelectors = {
  item: '[data-e2e="recommend-list-item-container"]',
  // `browse-…` where a video has the page to itself.
  description: '[data-e2e="video-desc"], [data-e2e="browse-video-desc"]',
  // Search, 2024 on.
  caption: '[data-e2e="search-card-video-caption"]',
  author:
    '[data-e2e="video-author-uniqueid"], [data-e2e="browse-username"], [data-e2e="search-card-user-unique-id"]',
  avatar: '[data-e2e="video-author-avatar"], [data-e2e="browse-user-avatar"]',
  nickname: '[data-e2e="video-author-nickname"], [data-e2e="browser-nickname"]',
  profile: 'a[href*="/@"]',
  link: 'a[href*="/video/"], a[href*="/photo/"]',
  // `xgwrapper-0-<id>`: the player, 2024 on.
  player: '[id^="xgwrapper-"]',
};

/** The part of the page that stands for the video with this description or caption. */
export function findVideoPart(words: Element): Element | null {
  const item = words.closest(videoSelectors.item);
  if (item) return item;
  const isCaption = words.matches(videoSelectors.caption);
  const selector = isCaption ? videoSelectors.caption : videoSelectors.description;
  const mark = isCaption ? videoSelectors.link : videoSelectors.profile;
  for (let part = parentOf(words); part; part = parentOf(part)) {
    if (part.querySelectorAll(selector).length > 1) return null;
    const isMarked = [...part.querySelectorAll(mark)].some((link) => !words.contains(link));
    if (isMarked) return part;
  }
  return null;
}

/** Reads one video; null without an author, or without anything that tells it from others. */
export function readVideo(part: Element, url: URL): Post | null {
  const words = findDescription(part);
  const path = findPath(part, words, url);
  const handle = findHandle(part, words) ?? path?.handle;
  if (!handle || (path?.handle && path.handle !== handle)) return null;
  const text = readText(words, { skip: 'button' });
  if (!path && !text) return null;
  const post = toPost({
    site: 'tiktok',
    id: path?.id ?? `~${toHash(`${handle}\n${cleanLine(text)}`)}`,
    handle,
    name: readName(part),
    text,
    permalink: path && toPermalink({ ...path, handle }),
    promoted: isAdvertisement(part),
  });
  return post && { ...post, time: path && toTime(path.id) };
}

/** The words of a video, where it has any. */
export function findDescription(part: Element): Element | null {
  return part.querySelector(`${videoSelectors.description}, ${videoSelectors.caption}`);
}

/** The number at the end of a player's id is that of its video. */
export function readPlayer(player: Element): string | null {
  return /-(\d{15,25})$/u.exec(player.id)?.[1] ?? null;
}

function findPath(part: Element, words: Element | null, url: URL): VideoPath | null {
  // What the page is about is no item of a list.
  const isListed = part.matches(videoSelectors.item) || words?.matches(videoSelectors.caption);
  if (!isListed) return toVideoPath(url);
  for (const link of part.querySelectorAll(videoSelectors.link)) {
    const path = words?.contains(link) ? null : readVideoLink(link);
    if (path) return path;
  }
  const player = part.querySelector(videoSelectors.player);
  const id = player && readPlayer(player);
  return id ? { handle: '', kind: 'video', id } : null;
}

function findHandle(part: Element, words: Element | null): string | null {
  for (const selector of [videoSelectors.author, videoSelectors.avatar, videoSelectors.profile]) {
    for (const mark of part.querySelectorAll(selector)) {
      if (words?.contains(mark)) continue;
      const link = mark.closest('a') ?? mark.querySelector('a');
      const handle = link ? readProfile(link) : toHandle(readLine(mark));
      if (handle) return handle;
    }
  }
  return null;
}

/** The date stands in the same element, in parts of its own. */
function readName(part: Element): string {
  const nickname = part.querySelector(videoSelectors.nickname);
  return readLine(nickname?.firstElementChild ?? nickname);
}

/** The upper 32 bits of an id are the second it was made in (as in the sounds of the saved feed). */
function toTime(id: string): number | null {
  const time = Number(BigInt(id) >> 32n) * 1_000;
  // Ids of the first years are plain numbers.
  return time > Date.UTC(2016, 0) && time < Date.UTC(2100, 0) ? time : null;
}
