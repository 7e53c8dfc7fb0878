/** Words of what helps with a draft. */
export const draftWords = {
  snippet: 'Snippet',
  snippetTitle: 'Put in a snippet. Or type / and the beginning of its name.',
  snippets: 'Snippets',
  findSnippet: 'Find a snippet',
  noSnippet: 'No snippet has these words.',
  foundSnippets: (count: number) =>
    count === 1
      ? 'One snippet. Enter puts it in.'
      : `${count} snippets. Up and Down choose, Enter puts in.`,
};
