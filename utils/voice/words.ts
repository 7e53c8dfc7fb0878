/** Why an answer reads as it does, one line each, as it stands below a suggestion. */
export const voiceWords = {
  named: (name: string) => `Calls them ${name}`,
  greetsBack: 'Greets back, as they did',
  greetsAlways: 'Greets, team’s guide',
  noGreeting: 'No greeting: they went straight in',
  neverGreets: 'No greeting, team’s guide',
  emojiUnused: 'No emoji: they used none',
  emojiNever: 'No emoji, team’s guide',
  shorter: 'Set phrases left out: they wrote one line',
  register: {
    mirror: {
      formal: 'No short forms: they write formally',
      informal: 'Short forms, as they write',
    },
    guide: { formal: 'No short forms, team’s guide', informal: 'Short forms, team’s guide' },
  },
  signed: (signature: string) => `Signed ${signature}, team’s guide`,
  otherForm: (said: string, theirs: string) => `Says “${said}”, they say “${theirs}”: change it`,
  otherFormThanGuide: (said: string, wanted: string) =>
    `Says “${said}”, the team’s guide wants “${wanted}”: change it`,
  otherLanguage: (said: string, theirs: string) => `In ${said}; they write ${theirs}`,
};
