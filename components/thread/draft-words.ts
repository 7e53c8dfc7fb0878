/** Words of what helps with a draft. */
export const draftWords = {
  snippet: 'Snippet',
  snippetTitle: 'Put in a snippet. Or type / and the beginning of its name.',
  snippets: 'Snippets',
  findSnippet: 'Find a snippet',
  noSnippet: 'No snippet has these words.',
  split: (posts: number) => `Split into ${posts} posts`,
  onePost: 'This site takes one post: shorten it, or copy it elsewhere.',
  parts: (posts: number) => `In ${posts} posts`,
  partsHint: 'Send them one after another, each as a reply to the one before.',
  part: (at: number, posts: number) => `Post ${at} of ${posts}`,
  partSent: 'Sent',
  join: 'Back to one text',
  foundSnippets: (count: number) =>
    count === 1
      ? 'One snippet. Enter puts it in.'
      : `${count} snippets. Up and Down choose, Enter puts in.`,
};
