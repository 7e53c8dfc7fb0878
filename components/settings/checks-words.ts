/** Words of the section “Checks”. */
export const checksWords = {
  intro:
    'Drafts are checked as they are written, in the panel and beside the reply box of a site. Checks advise, and hold nothing back. What is off here is off for the whole team.',
  unknown: 'A check of another version of Hearback.',
  on: 'On',
  off: 'Off',
};
