/** Replies that are sent on hand-cut pages: which post each answers, and which one the site draws it like. */
export interface SentCase {
  page: string;
  /** The post that the box on the page answers. */
  answers: string;
  /** The post that is copied. */
  like: string;
  /** The post behind which the reply appears; else that it is like. */
  after?: string;
  /** My handle there, where the page names no account. */
  account?: string;
  /** The part of the copied post's text that the reply's words replace; else all of it. */
  says?: string;
  /** What the copied post says besides: whom and what it quotes, an id in another notation. */
  swaps?: readonly (readonly [from: string, to: string])[];
}

const OLD_COMMENT = 'urn:li:comment:(urn:li:ugcPost:7397999000000000001,7398100000000000004)';
const OLD_ANSWER = 'urn:li:comment:(urn:li:activity:7398000000000000011,7398100000000000003)';
const NEW_COMMENT = 'urn:li:comment:(urn:li:ugcPost:7397999000000000031,7398100000000000032)';

export const sentCases: readonly SentCase[] = [
  { page: 'x/thread', answers: '1990000000000000011', like: '1990000000000000012' },
  { page: 'x/reply-dialog', answers: '1990000000000000001', like: '1990000000000000003' },
  { page: 'x/narrow-composer', answers: '1990000000000000001', like: '1990000000000000001' },
  { page: 'reddit/new-thread', answers: 't1_p000001', like: 't1_p000002' },
  {
    page: 'reddit/new-thread-composers',
    answers: 't1_p000002',
    like: 't1_p000004',
    after: 't1_p000002',
  },
  { page: 'reddit/old-thread', answers: 't1_p000001', like: 't1_p000002' },
  {
    page: 'bluesky/reply-dialog',
    answers: 'ada.example.com/3m4aaaaaaaa2a',
    like: 'cy.example.com/3m4aaaacccc2c',
  },
  {
    page: 'mastodon/reply-form',
    answers: 'social.example/115000000000000021',
    like: 'social.example/115000000000000020',
  },
  {
    page: 'linkedin/post-old-comments',
    answers: 'urn:li:activity:7398000000000000011',
    like: OLD_COMMENT,
  },
  {
    page: 'linkedin/post-new-german',
    answers: 'urn:li:activity:7398000000000000031',
    like: NEW_COMMENT,
  },
  { page: 'linkedin/post-old-comments', answers: OLD_ANSWER, like: OLD_ANSWER },
  {
    page: 'youtube/community-post',
    answers: 'UgkxPost000000000000000000000000001',
    like: 'UgxBelow0000000000000AaABAg',
    account: 'bea_acme',
  },
  {
    page: 'youtube/reply-boxes',
    answers: 'UgyTop00000000000000x4AaABAg.AReplyOne0000',
    like: 'UgyTop00000000000000x4AaABAg.AReplyOne0000',
    account: 'bea_acme',
  },
  {
    page: 'youtubestudio/reply-box',
    answers: 'UgyTop00000000000000x4AaABAg.AReplyOne0000',
    like: 'UgyTop00000000000000x4AaABAg.AReplyOne0000',
    account: 'acme',
  },
  {
    page: 'facebook/page-vietnamese',
    answers: '~24mpj55fet5',
    like: '700000000311',
    account: 'bea.acme',
  },
  {
    page: 'facebook/post-dialog',
    answers: '700000000113',
    like: '700000000112',
    account: 'bea.acme',
  },
  { page: 'instagram/post', answers: 'DAAAAAAAAA1', like: '17900000000000003' },
  { page: 'instagram/dialog', answers: '17900000000000022', like: '17900000000000022' },
  { page: 'threads/thread', answers: 'DAAAAAAAAA6', like: 'DAAAAAAAAC1' },
  { page: 'threads/reply-dialog', answers: 'DAAAAAAAAA1', like: 'DAAAAAAAAA2' },
  {
    page: 'tiktok/video',
    answers: '7569000000000000001/14vytxbuyc6',
    like: '7569000000000000001/1ohy5mpefbj',
    after: '7569000000000000001/14vytxbuyc6',
  },
  { page: 'discourse/reply-panel', answers: 'forum.example/5002', like: 'forum.example/5002' },
  {
    page: 'discourse/rich-panel-french',
    answers: 'forum.example/5001',
    like: 'forum.example/5002',
  },
  { page: 'github/issue', answers: 'acme/kettle#12', like: 'issuecomment-2900000002' },
  {
    page: 'github/discussion',
    answers: 'discussioncomment-18252316',
    like: 'discussioncomment-18252401',
  },
  { page: 'github/pull', answers: 'discussion_r1800000001', like: 'discussion_r1800000002' },
  {
    page: 'stackexchange/question',
    answers: 'stackoverflow.com/77000010',
    like: 'stackoverflow.com/comment77000001',
  },
  {
    page: 'stackexchange/question',
    answers: 'stackoverflow.com/77000001',
    like: 'stackoverflow.com/77000010',
    says: 'Tighten the lid.',
  },
  { page: 'hackernews/item', answers: '41000001', like: '41000014' },
  { page: 'lemmy/thread', answers: 'lemmy.example/post/501', like: 'lemmy.example/comment/904' },
  {
    page: 'misskey/reply-form',
    answers: 'misskey.example/notes/a0000003',
    like: 'misskey.example/notes/a0000003',
  },
  { page: 'xenforo/version-1', answers: 'old.forum.example/301', like: 'old.forum.example/302' },
  {
    page: 'xenforo/thread',
    answers: 'forum.example/5002',
    like: 'forum.example/5002',
    swaps: [
      ['ada_example', 'Cy Example'],
      ['post: 5001', 'post: 5002'],
      ['My Acme kettle leaks.', 'Mine too. Did you write to them?'],
    ],
  },
  {
    page: 'xenforo/profile-posts',
    answers: 'forum.example/profile-post-81',
    like: 'forum.example/profile-post-comment-9',
  },
  { page: 'phpbb/topic', answers: 'forum.example/123', like: 'forum.example/124' },
  {
    page: 'vanilla/discussion-german',
    answers: 'forum.example/Comment_601',
    like: 'forum.example/Comment_601',
    account: 'bea_acme',
    swaps: [
      ['Zoë', 'Jörg'],
      ['Er leckt.', 'Meiner auch.'],
    ],
  },
  {
    page: 'khoros/topic',
    answers: 'community.example/7002',
    like: 'community.example/7003',
    account: 'bea_acme',
  },
  {
    page: 'nodebb/topic',
    answers: 'forum.example/501',
    like: 'forum.example/501',
    says: 'My Acme kettle leaks.',
  },
  {
    page: 'flarum/discussion',
    answers: 'forum.example/104',
    like: 'forum.example/106',
    says: 'lucky you',
  },
  {
    page: 'wordpress/article',
    answers: 'blog.example/notes/post-40',
    like: 'blog.example/notes/comment-14',
    after: 'blog.example/notes/comment-12',
  },
  { page: 'vbulletin/version-3-german', answers: 'forum.example/401', like: 'forum.example/402' },
  { page: 'vbulletin/version-4', answers: 'forum.example/302', like: 'forum.example/302' },
  {
    page: 'vbulletin/version-5',
    answers: 'forum.example/5002',
    like: 'forum.example/5002',
    swaps: [
      ['ada_example', 'Cy Example'],
      ['My Acme kettle leaks.', 'Mine too.'],
      ['p=5001#post5001', 'p=5002#post5002'],
    ],
  },
  { page: 'invision/version-4-topic', answers: 'forum.example/501', like: 'forum.example/502' },
  {
    page: 'invision/version-5-topic-polish',
    answers: 'forum.example/601',
    like: 'forum.example/601',
    account: 'bea_acme',
  },
  {
    page: 'disqus/reply-portuguese',
    answers: 'disqus.com/9101',
    like: 'disqus.com/9101',
    account: 'bea_acme',
  },
  {
    page: 'generic/box-after-each-post',
    answers: 'forum.example/practice/thread/1#post-1',
    like: 'forum.example/practice/thread/1#post-2',
  },
  {
    page: 'generic/microdata-thread',
    answers: 'team.example/practice/thread/1#post-2',
    like: 'team.example/practice/thread/1#post-3',
  },
];
