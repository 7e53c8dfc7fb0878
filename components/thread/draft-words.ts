/** Words of what helps with a draft. */
export const draftWords = {
  snippet: 'Snippet',
  snippetTitle: 'Put in a snippet. Or type / and the beginning of its name.',
  snippets: 'Snippets',
  findSnippet: 'Find a snippet',
  noSnippet: 'No snippet has these words.',
  noSnippetYet: 'No snippet is found. Add some in Options, under Library.',
  hide: 'Hide this time',
  moreOf: 'More',
  notForTeam: 'Not for our team',
  notForTeamAsk: (leads: string[]) =>
    leads.length === 0
      ? 'Not for our team? A lead can switch it off.'
      : `Not for our team? ${new Intl.ListFormat('en', { type: 'disjunction' }).format(leads)} can switch it off.`,
  checkOff: (name: string) => `“${name}” is off for your team.`,
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
