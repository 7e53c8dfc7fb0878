/** What a check says about a draft, and what it is told. Checks advise; people decide: nothing here blocks. */

import type { Guide } from '#utils/model/guide.ts';
import type { TextRange } from '#utils/text/sentences.ts';

/** All checks, the most important first: the order in which they are shown. */
export const CHECK_IDS = [
  'private-data',
  'other-customer',
  'private-question',
  'wrong-language',
  'too-long',
  'same-text',
  'mood',
  'promise',
  'link',
  'guide-word',
  'guide-formality',
  'own-words',
  'empty-phrases',
  'guide-emoji',
  'guide-signature',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

export interface DraftCheck {
  id: CheckId;
  level: 'notice' | 'warning';
  /** One line that says what was seen and what to do. */
  message: string;
  at?: TextRange[];
}

/** Recent replies in the form in which drafts are compared with them; the texts themselves are not kept. */
export interface RecentReplies {
  /** `words` and `pairs` are how many different ones a reply has. */
  replies: readonly { threadId: string; at: number; words: number; pairs: number }[];
  /** In which replies each word or pair of words stands. */
  places: ReadonlyMap<string, readonly number[]>;
}

/** The authors of recent threads, ready to be looked up. */
export interface People {
  /** In lower case, without `@`. */
  handles: ReadonlySet<string>;
  /** First names in lower case. */
  names: ReadonlySet<string>;
}

/** The team's reply guide, as far as checks ask for it. */
export interface TeamVoice {
  guide: Pick<Guide, 'formality' | 'emoji' | 'signature' | 'use' | 'avoid'>;
  /** Whether a lead has written it; what holds by default is no policy. */
  isDecided: boolean;
  /** Whoever writes; empty where not known. */
  me: string;
}

export interface DraftContext {
  /** Milliseconds since 1970. */
  now: number;
  /** By the site's own count, which needs packages that a page does not load; null where it is not known. */
  length: { count: number; limit: number | null } | null;
  /** What the draft answers; null where it answers nothing. */
  post: { text: string; handle: string; name?: string } | null;
  threadId: string | null;
  /** Names and handles of the brand and of teammates, with or without `@`. */
  ours: readonly string[];
  /** Addresses, domains and phone numbers that the team gives to everybody. */
  publicContacts: readonly string[];
  /** Made once with `prepareReplies`. */
  recent: RecentReplies;
  /** The authors of recent threads, made once with `preparePeople`. */
  people: People;
  /** A BCP 47 language, or null where unsure. */
  languageOf: (text: string) => string | null;
  voice?: TeamVoice;
  /** Checks that the team does without. */
  dismissed: ReadonlySet<CheckId>;
  /** What `dismissalKey` gave for checks that a person put away in this draft. */
  dismissedOnce?: ReadonlySet<string>;
}

/** One check: null where all is well, and where it is unsure. */
export type Check = (draft: string, context: DraftContext) => DraftCheck | null;
