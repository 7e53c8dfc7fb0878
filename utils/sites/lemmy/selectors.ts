/** lemmy-ui 0.19 and its 1.0 line, read in its source of 2023-06 to 2026-08; in no saved page. */
export const selectors = {
  post: '.post-listing, article[id^="comment-"].comment-node',
  listing: '.post-listing',
  // The line of a comment: the comment, its open reply form, the comments that answer it.
  item: 'li.comment',
  comment: 'article[id^="comment-"]',
  // In a tree of comments, not in the flat list.
  treeMark: '.ms-2',
  // 0.19 builds every entry twice, for narrow and for wide screens: the first of each part is read.
  person: 'a.person-listing[href*="/u/"], .person-listing a[href*="/u/"]',
  server: 'small, img',
  commentText: '.comment-content',
  removed: '.comment-content.text-muted',
  postText: '#postContent, .post-listing .md-div',
  written: '.md-div',
  title: '.post-name, .post-title h1, .post-title h5',
  postLink: 'a[href*="/post/"]',
  preview: '.fade-preview',
  box: '.comment-form textarea',
  submit: '.markdown-textarea button[type="submit"]',
  // 0.18 and 0.19 have no id here.
  account: '#dropdownUser a[href^="/u/"], nav .dropdown-menu a[href^="/u/"]',
};
