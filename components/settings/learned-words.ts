/** Words about what was learned of posts. */
export const learnedWords = {
  unknown: 'Labels on posts come from plain words and from what your team says.',
  learnedFrom: (count: number) =>
    count === 0
      ? 'Labels on posts are told by plain words alone: your team has not corrected one yet.'
      : `Labels on posts were learned from ${count === 1 ? 'one thread' : `${count} threads`} of your team.`,
  forget: 'Forget what was learned',
  hint: 'It learns from labels that people correct and from why threads are set aside, in this browser alone. Nothing of it is stored or sent.',
  title: 'Forget what was learned?',
  text: 'This browser then starts from plain words again, and learns from what your team says from now on. Labels that people gave stay.',
};
