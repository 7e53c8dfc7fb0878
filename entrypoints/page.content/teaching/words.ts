import type { LessonPart } from '#utils/sites/teach/lesson.ts';

/** Words of the bar that leads through pointing. */
export const teachingWords = {
  title: 'Teach Hearback this site',
  point: {
    post: 'Point at a post and click it.',
    author: 'Now the name of its author.',
    text: 'Now its text.',
    link: 'Now the link that leads to this post alone, often its number or date.',
    time: 'Now when it was written.',
    box: 'Last, the field in which a reply is typed.',
  } satisfies Record<LessonPart, string>,
  step: (at: number, all: number) => `${at} of ${all}`,
  keys: 'Arrow keys move, Enter chooses, Esc ends.',
  done: 'Is every post outlined?',
  nothing: 'Finds nothing here.',
  found: (posts: number) => (posts === 1 ? 'Finds 1 post' : `Finds ${posts} posts`),
  /** What the keys point at now, for those who do not see it. */
  under: (text: string) => `“${text}”`,
  whole: (whole: number) => `${whole} with author and text`,
  notFound: {
    post: 'No other post looks like this.',
    author: 'This does not tell an author. Point at the name.',
    text: 'This does not tell a text. Point at what was written.',
    link: 'This is no link.',
    time: 'This tells no moment that can be read.',
    box: 'Nobody can write here.',
  } satisfies Record<LessonPart, string>,
  unreadable: 'No post with author and text is found this way. Go back and point again.',
  back: 'Back',
  skip: 'Skip',
  move: 'Move',
  stop: 'Stop',
  close: 'Close',
  save: 'Check it in the panel',
  again: 'Try again',
  inPanel: 'Read it in the panel and save it there.',
  inToolbar: 'Click the Hearback button in the toolbar to check and save it.',
  refused: 'Hearback did not take this. If trying again does not help, begin anew from the panel.',
};
