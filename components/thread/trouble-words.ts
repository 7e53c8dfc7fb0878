import type { TroubleKind } from '#utils/model/trouble.ts';

/** What is wrong, what to do, and what becomes of what waits here. */
export interface TroubleWords {
  title: string;
  text: string;
  /** About `count` facts that were not sent; null where the trouble leaves them alone. */
  waiting: ((count: number) => string) | null;
}

const one = 'One change waits here';
const many = (count: number) => `${count} changes wait here`;

/** Words for each trouble in which a browser cannot go on by itself; null where the background has the better ones. */
export const troubleWords: Record<TroubleKind, TroubleWords | null> = {
  signedOut: {
    title: 'This browser was signed out.',
    text: 'Ask your team lead for a new link and join again. What you see is as it was before.',
    waiting: (count) =>
      count === 1
        ? `${one} and is sent when you are back as the same person.`
        : `${many(count)} and are sent when you are back as the same person.`,
  },
  removed: {
    title: 'You are no longer in this team.',
    text: 'What the team had here is removed from this browser. With a new invite link you can join again.',
    waiting: null,
  },
  tooOld: {
    title: 'This Hearback is too old for the team’s server.',
    text: 'Update the extension in your browser, then open this again. Until then nothing is exchanged with the team.',
    waiting: (count) =>
      count === 1
        ? `${one} and goes out after the update.`
        : `${many(count)} and go out after the update.`,
  },
  storageFull: {
    title: 'There is no room left to store.',
    text: 'Free some space on this machine. New mentions get no mark meanwhile; what you do yourself is kept.',
    waiting: (count) =>
      count === 1 ? `${one} and still goes out.` : `${many(count)} and still go out.`,
  },
  // Only the background knows how much was lost; its own sentence says all.
  cleared: null,
  copied: {
    title: 'A copy of this browser profile works under the same name.',
    text: 'This one goes on as a browser of its own as soon as the server allows it. Sign the other one out in Options if it is not yours.',
    waiting: (count) =>
      count === 1 ? `${one} and goes out by itself.` : `${many(count)} and go out by themselves.`,
  },
};
