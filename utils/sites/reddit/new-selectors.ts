/** Seen 2025 to 2026-08 in a saved thread and ten extensions. */
export const newSelectors = {
  posts: 'shreddit-post[id^="t3_"], shreddit-ad-post[id^="t3_"], shreddit-comment[thingid^="t1_"]',
  comment: 'shreddit-comment',
  commentText: '[slot="comment"]',
  postText: '[slot="text-body"]',
  title: '[slot="title"]',
  signedIn: 'shreddit-app[user-logged-in="true"]',
  // Pages with a chat open name the account here.
  currentUser: 'rs-current-user[display-name]',
  // The drawer of the account, loaded when it was opened once (2025 to 2026).
  profileLink: '#user-drawer-content a[href^="/user/"]:not([href^="/user/me"])',
  // 2024 to 2026; the attribute names differ by version.
  advertisement: 'shreddit-ad-post, [promoted], [is-promoted]',
  post: 'shreddit-post, shreddit-ad-post',
  // Controls that stand inside a body, above all the editor of a comment being changed.
  notText: 'shreddit-composer, button',
};
