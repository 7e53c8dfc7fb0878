/** Words about the browser's own language model. */
export const modelWords = {
  label: 'Let this browser’s own language model polish drafts',
  hint: 'It shortens, softens or translates a draft when you ask for it. It runs on this machine: no text leaves it. You see its text beside yours and take it or not.',
  states: {
    absent: 'This browser has no language model of its own.',
    unavailable: 'This machine cannot run this browser’s language model.',
    downloadable: 'It is not loaded yet. You are asked before it is.',
    downloading: 'The browser is loading it.',
    available: 'It is there.',
  },
};
