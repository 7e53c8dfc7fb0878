import { z } from 'zod';

/** The networks and forum families that have an adapter of their own; `generic` is any other granted page. */
export const siteIds = [
  'x',
  'reddit',
  'bluesky',
  'mastodon',
  'instagram',
  'threads',
  'tiktok',
  'hackernews',
  'linkedin',
  'facebook',
  'youtube',
  'youtubestudio',
  'trustpilot',
  'googlebusiness',
  'googlemaps',
  'googleplay',
  'xenforo',
  'discourse',
  'phpbb',
  'github',
  'vanilla',
  'khoros',
  'amazon',
  'appstore',
  'tripadvisor',
  'quora',
  'yelp',
  'g2',
  'producthunt',
  'stackexchange',
  'nodebb',
  'flarum',
  'wordpress',
  'lemmy',
  'misskey',
  'vbulletin',
  'invision',
  'disqus',
  'generic',
] as const;

export const siteIdSchema = z.enum(siteIds);
export type SiteId = z.infer<typeof siteIdSchema>;

/** `full` puts a chip into the page; `quiet` adds nothing to it (popup and side panel only). */
export const siteModeSchema = z.enum(['full', 'quiet']);
export type SiteMode = z.infer<typeof siteModeSchema>;
