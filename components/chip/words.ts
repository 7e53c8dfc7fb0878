/** Words of the chip's buttons and menu; what it says of the thread is in `thread/state-words.ts`. */
export const chipWords = {
  chip: 'Hearback',
  claim: 'Claim',
  release: 'Release',
  takeOver: 'Take over',
  open: 'Open in Hearback',
  story: 'Save as story',
  yes: 'Yes',
  isUs: 'Yes, this is about us',
  notUs: 'Not us',
  undo: 'Undo',
  more: 'More',
  setAside: 'Set aside…',
  reopen: 'Take it back into the list',
  copyLink: 'Copy link',
  why: 'Why is this marked?',
  whyText: (reason: string) => `Marked because of ${reason}.`,
  claimOffline:
    'The team cannot be reached now, so nobody can be given a claim. You can still answer.',
};
