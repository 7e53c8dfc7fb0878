/** The parts of a post by which a taught site is read, for panel and options; names as in `taughtSelectors`. */
export const taughtParts = {
  post: 'Post',
  author: 'Author',
  text: 'Text',
  link: 'Link',
  time: 'Time',
  box: 'Reply box',
};
