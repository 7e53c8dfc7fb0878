/** Words of the editor of rules and of the directory of partners. */
import type { Intent } from '#utils/model/intents.ts';

const count = (value: number) => value.toLocaleString('en');

export const routingWords = {
  intro:
    'New mentions are sent where these rules say, from the top: the first that says it decides on desk, priority, teammate and setting aside. What a person says always stands, and nothing that is on record already is moved.',
  onlyLeads: 'Leads change the rules. Ask one.',
  none: 'No rules yet.',
  noneText:
    'With a rule complaints about an order go straight to support, or press to whoever speaks to it.',
  add: 'Add a rule',
  editOf: (sentence: string) => `Edit: ${sentence}`,
  removeOf: (sentence: string) => `Remove: ${sentence}`,
  isOnOf: (sentence: string) => `In use: ${sentence}`,
  up: (sentence: string) => `Move up: ${sentence}`,
  down: (sentence: string) => `Move down: ${sentence}`,
  moved: (place: number, of: number) => `Moved to place ${place} of ${of}.`,
  save: 'Save rules',
  discard: 'Discard changes',
  unsaved: 'Not saved yet: nothing is sent by these changes.',
  saved: 'Saved. They hold for mentions from now on.',
  changedMeanwhile:
    'Somebody else has changed the rules meanwhile. Saving puts yours in their place; discard yours to see theirs.',
  trial: (sent: number, of: number) =>
    of === 1
      ? `Tried on the last mention: ${sent === 0 ? 'no rule fits it.' : 'a rule would send it.'}`
      : `Tried on the last ${count(of)} mentions: rules would send ${count(sent)}, ${count(of - sent)} stay as they are.`,
  trying: 'Trying the rules on the last mentions…',
  nothingToTry: 'There is no mention yet to try them on.',
  finding: {
    off: 'Not in use.',
    never: 'Fits none of the last mentions.',
    shadowed: 'Rules above it decide all that it fits.',
  },
  decides: (decides: number, applies: number) =>
    decides === applies
      ? `${count(decides)} ${decides === 1 ? 'mention' : 'mentions'}`
      : `${count(decides)} ${decides === 1 ? 'mention' : 'mentions'}, of ${count(applies)} that fit; rules above decide the others`,
  when: 'Which mentions',
  whenHint: 'All that you fill in must hold; of several in one line, any one is enough.',
  words: 'Words or phrases in it',
  wordsHint: 'Whole words, whatever their case and accents. Enter or comma adds one.',
  intents: 'What it is',
  addIntent: 'Add…',
  brands: 'Brand',
  addBrand: 'Add a brand…',
  sites: 'Site',
  addSite: 'Add a site…',
  langs: 'Language',
  addLang: 'Add a language…',
  authors: 'Written by',
  authorsHint: 'Handles, as in @press_desk. A list can be pasted.',
  does: 'What becomes of them',
  desk: 'Desk',
  noDesks: 'No desk yet: make one under Desks.',
  priority: 'Priority',
  assignee: 'For',
  asItIs: 'As it is',
  high: 'High',
  low: 'Low',
  setAside: 'Set aside',
  reason: 'Why',
  reasonHint: 'Shown with the thread, as in “Lottery spam”. Anybody can bring it back.',
  done: 'Done',
  cancel: 'Cancel',
  faults: {
    when: 'Fill in one of these at least, or the rule would fit everything.',
    does: 'Say what becomes of them: a desk, a priority, a teammate, or set aside.',
    reason: 'Say why, so that whoever finds it there knows.',
  },
  /** As a sentence goes on after “Mentions that are …”. */
  kinds: {
    question: 'questions',
    complaint: 'complaints',
    praise: 'praise',
    buying: 'wishes to buy',
    press: 'press or crisis',
    abuse: 'abuse',
    noise: 'noise',
  } satisfies Record<Intent, string>,
  gone: { desk: 'a desk that is gone', member: 'somebody who left', brand: 'a brand that is gone' },
};

export const partnerWords = {
  intro:
    'Who can help where you cannot. Customers are never sent away: tell them who knows, and how to reach them.',
  none: 'No partners yet.',
  noneText:
    'Add whoever your customers should turn to for what is not yours: a carrier, a dealer, a public office.',
  add: 'Add a partner',
  find: 'Find a partner',
  noneFound: (query: string) => `Nobody fits “${query}”.`,
  name: 'Name',
  helpsWith: 'Helps with',
  helpsWithHint: 'In the words of customers, as in “parcels that do not arrive”.',
  contact: 'How customers reach them',
  contactHint: 'An address, a handle or a number. Goes into answers as it is.',
  note: 'Note for the team',
  save: 'Save partner',
  cancel: 'Cancel',
  copy: 'Copy contact',
  copyOf: (name: string) => `Copy contact of ${name}`,
  copied: 'Copied.',
  notCopied: 'The browser did not allow it. Mark the contact and copy it yourself.',
  editOf: (name: string) => `Edit ${name}`,
  removeOf: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: 'Answers that name them stay as they are.',
  removeAct: 'Remove',
  noName: 'Give a name.',
  noContact: 'Say how customers reach them.',
};
