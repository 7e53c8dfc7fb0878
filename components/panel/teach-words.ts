import { taughtParts } from '#components/thread/taught-words.ts';
import type { TaughtPart } from './teach-props.ts';

/** Words of teaching a site, in popup and side panel. */
export const teachWords = {
  begin: 'Teach Hearback this site',
  again: 'Teach it again',
  beginText:
    'Point at a post on the page, its author and its text. Nothing is saved before you have seen it here.',
  begun: 'Now point at a post on the page. Esc ends it.',
  notLead:
    'Are there posts here that Hearback does not see? A lead can teach it this site. Ask one.',
  title: 'A site to be saved',
  readBy: (host: string) => `How to read ${host}`,
  holds: (host: string) =>
    `The page proposes this after it was pointed at. Saved, it holds on ${host} alone, for everybody in the team, and can be taken back in Options, Sites, How sites are read. Teammates’ answers are recognized there by handles entered as ben@${host}.`,
  parts: taughtParts satisfies Record<TaughtPart, string>,
  asking: 'Looking at the page…',
  failed: 'The page does not answer. What is shown can be saved all the same.',
  trial: ({ found, read }: { found: number; read: number }) =>
    `The page counts ${found === 1 ? '1 post' : `${found} posts`}, ${read} with author and text.`,
  save: 'Save for the team',
  discard: 'Discard',
  saved: (host: string, hasTeam: boolean) =>
    `Saved. ${host} is read this way from now on${hasTeam ? ', for the whole team' : ''}.`,
  askLead: 'Only a lead can save this. Ask one.',
};
