/** Why a site has no page of a kind that every site needs. */
import type { SiteId } from '#utils/model/site.ts';
import type { NeededKind } from './page-kinds.ts';

export interface KindException {
  kind: NeededKind;
  sites: readonly SiteId[];
  /** One sentence. */
  because: string;
}

export const kindExceptions: readonly KindException[] = [
  {
    kind: 'feed',
    sites: ['discourse', 'github', 'invision', 'khoros', 'nodebb', 'stackexchange'],
    because: 'Lists of topics show titles instead of posts, and are not read.',
  },
  {
    kind: 'feed',
    sites: ['vanilla', 'vbulletin'],
    because: 'Lists of threads show titles instead of posts, and are not read.',
  },
  {
    kind: 'feed',
    sites: ['wordpress'],
    because: 'Lists of articles have no comments, and are read as any other site.',
  },
  {
    kind: 'feed',
    sites: ['generic'],
    because:
      'The address of an unknown site does not tell a feed; what it shows is read all the same.',
  },
  {
    kind: 'feed',
    sites: ['disqus'],
    because: 'A frame holds the comments below one article.',
  },
  {
    kind: 'thread',
    sites: ['appstore', 'googleplay', 'yelp'],
    because: 'A review has no page of its own.',
  },
  {
    kind: 'thread',
    sites: ['youtubestudio'],
    because:
      'Comments are shown and answered in lists, and a comment has no page of its own there.',
  },
  {
    kind: 'quote',
    sites: ['amazon', 'appstore', 'g2', 'googlebusiness', 'googlemaps', 'googleplay'],
    because: 'Reviews do not quote each other.',
  },
  {
    kind: 'quote',
    sites: ['producthunt', 'tripadvisor', 'trustpilot', 'yelp'],
    because: 'Reviews and comments on products have no markup for a quote.',
  },
  {
    kind: 'quote',
    sites: ['hackernews', 'lemmy', 'reddit', 'stackexchange', 'wordpress'],
    because: 'A quote is some lines of the text and names nobody, so that it stays text.',
  },
  {
    kind: 'quote',
    sites: ['instagram', 'quora', 'tiktok', 'youtube', 'youtubestudio'],
    because: 'Comments and answers cannot quote; they address people by their handle.',
  },
  {
    kind: 'quote',
    sites: ['generic'],
    because: 'Markup says who wrote a post, not whom a part of its text is from.',
  },
  {
    kind: 'foreign',
    sites: ['github', 'hackernews', 'producthunt'],
    because: 'The interface exists in English only.',
  },
];
