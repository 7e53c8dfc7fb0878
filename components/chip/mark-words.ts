/** What is said when a person marks a selected text as a post. */
export const markWords = {
  title: 'This is a post',
  author: 'Who wrote it?',
  authorHint: 'The name or handle that stands beside it.',
  brand: 'Mention of',
  chooseBrand: 'Choose a brand…',
  save: 'Mark as mention',
  saving: 'Marking…',
  cancel: 'Cancel',
  nothing:
    'Nothing is selected. Select the text of the post, then right-click on it and choose “This is a post”.',
  noBrand: 'No brand is set yet. A lead adds one in Options.',
  already: 'This post is marked already.',
  promoted: 'This is an advertisement. Hearback leaves those alone.',
  noAuthor: 'Write who wrote it: the team needs to know whom to answer.',
  noBrandChosen: 'Choose the brand.',
  refused: 'It was not marked. Try again in a moment.',
  saved: (brand: string, author: string) =>
    `Marked as a mention of ${brand}, written by ${author}. After a reload it stands in the panel under Team only.`,
  savedQuietly: (brand: string, author: string) =>
    `Marked as a mention of ${brand}, written by ${author}. You find it in the panel, after a reload under Team only.`,
  /** Read after “Marked because of”. */
  reason: 'a teammate’s own choice',
};
