/** What the tables of the database hold (`schema.ts`). */
import type { BoardView } from '#utils/model/board-view.ts';
import type { Brand } from '#utils/model/brand.ts';
import type { Desk } from '#utils/model/desk.ts';
import type { Guide } from '#utils/model/guide.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { SuggestionDay } from './suggestion-days.ts';
import type { Partner } from '#utils/model/partner.ts';
import type { Routing } from '#utils/model/routing.ts';
import type { Collection, Story } from '#utils/model/story.ts';
import type { Member, Team } from '#utils/model/team.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { TroubleKind } from '#utils/model/trouble.ts';
import type { Change, Cursor, Mutation, RecordKind, Refusal } from '#utils/sync/wire.ts';

/** Every synced record, by kind. */
export interface RecordBodies {
  thread: Thread;
  reply: Reply;
  story: Story;
  collection: Collection;
  library: LibraryEntry;
  brand: Brand;
  site: TeamSite;
  member: Member;
  guide: Guide;
  desk: Desk;
  partner: Partner;
  routing: Routing;
  view: BoardView;
}

/**
 * One synced record. `body` is what people see: the server's state with this browser's waiting facts on top;
 * `base` is the server's state alone, to rebuild from when the server changes or refuses something.
 */
export interface RecordRow<K extends RecordKind> {
  id: string;
  /** The change that made `base`; 0 when the server has not confirmed it yet. */
  seq: number;
  body: RecordBodies[K];
  base: RecordBodies[K] | null;
}

export interface ThreadRow extends RecordRow<'thread'> {
  seenAt: number;
  outcome: Thread['outcome'];
  /** Member id of the claim's holder, empty when unclaimed. Expiry is judged when shown. */
  holder: string;
}

export interface ReplyRow extends RecordRow<'reply'> {
  threadId: string;
}

export interface StoryRow extends RecordRow<'story'> {
  savedAt: number;
}

export interface LibraryRow extends RecordRow<'library'> {
  at: number;
}

/** A fact that waits for the server. Rows are sent in the order of `mid`. */
export interface OutboxRow {
  mid: number;
  mutation: Mutation;
  /** The record it touches. */
  kind: RecordKind;
  recordId: string;
  at: number;
  /** With facts that remove what leads decide: what the server has of it, to come back should it refuse them. */
  removed?: { seq: number; base: RecordBodies['brand' | 'site'] };
}

/**
 * A fact that the server has answered, kept for a while so that a restored server can be told again
 * (docs/protocol.md, "Going back in time"). Rows are in the order in which they were answered.
 */
export interface SentRow extends OutboxRow {
  id?: number;
  /** When the answer came, server clock, ms. */
  ackedAt: number;
  /** Size of the mutation as it travels, UTF-8. */
  bytes: number;
}

/** A fact that the server refused for good; kept until a person has read why. */
export interface RefusedRow {
  id?: number;
  mutation: Mutation;
  refusal: Refusal;
  at: number;
}

/** A change that this version cannot read, kept raw for the next one (reliability.md F23). */
export interface QuarantineRow {
  seq: number;
  change: Change;
}

/** The membership of this browser. The token never leaves the extension's own origin. */
export interface Account {
  server: string;
  token: string;
  deviceId: string;
  memberId: string;
  team: Team;
  epoch: string;
  /** When the token was given, server clock, ms; absent until an exchange has noted it. */
  tokenAt?: number;
  /** A newer token that no answer has confirmed yet; `token` counts until then. */
  nextToken?: string;
  /** The tokens before, newest first: all that a server knows which was restored from a copy of that time. */
  formerTokens?: string[];
}

export interface SyncState {
  cursor: Cursor;
  /** Local clock, ms, of the last successful exchange. */
  asOf: number | null;
  clockOffset: number;
  /** A sentence that needs a person; null when all is well. */
  trouble: string | null;
  /** What `trouble` is about; absent where an older version wrote it, which knew `signedOut` only. */
  troubleKind?: TroubleKind | null;
  /** How long the team keeps threads, days; absent until the server has said so. */
  retentionDays?: number;
  /** The time by which threads were last let go as too old, server clock, ms; null when they were loaded anew. */
  tidiedAt?: number | null;
}

/** Single values under fixed keys. */
export interface MetaValues {
  account: Account;
  sync: SyncState;
  /** The next `mid` to give out, and how far results have arrived. */
  outboxCounter: { next: number; acked: number };
  /** Size of the sent log, UTF-8 bytes. */
  sentBytes: number;
  /** Random; tells whether this is still the database that was filled before. */
  databaseId: string;
  /** Threads seen up to then (server clock, ms) were let go to make room; absent while none was. */
  letGo: { until: number };
  /** Threads that turned up again after that, of which this browser may lack a part. */
  incomplete: string[];
  /** How well sites have been read in this browser, the one looked at last at the end. */
  siteHealth: SiteHealth[];
  /** What was learned of labels given before then (server clock, ms) was forgotten on purpose. */
  triageSince: number;
  /** Up to when (server clock, ms) the queue was looked through for what people are notified of. */
  notifiedUntil: number;
  /** Whether a webhook of the team wants to know of the queue, asked when, and until when it was looked through. */
  webhookNotices: { askedAt: number; wants: boolean; until: number };
  /** How suggestions fared in this browser, by day (`YYYY-MM-DD`, local). */
  suggestionDays: Record<string, SuggestionDay>;
  /** Threads, as numbers, for which some were shown that day. */
  suggestionsShown: { day: string; threads: number[] };
  /** Takes up room that facts may have when the disk is full. */
  reserve: string;
}

export interface MetaRow {
  key: keyof MetaValues;
  value: MetaValues[keyof MetaValues];
}

/** One of several posts into which a draft was cut, with its length by the site's count. */
export interface DraftPart {
  text: string;
  used: number;
  isSent?: true;
}

/** A draft that goes out in several posts. */
export interface DraftSplit {
  parts: DraftPart[];
  limit: number;
}

export interface DraftRow {
  threadId: string;
  text: string;
  /** Absent once the text is written on. */
  split?: DraftSplit;
  /** Local clock, ms. */
  at: number;
  /** When upkeep first came upon it as it is, server clock, ms. */
  foundAt?: number;
}

/** What was taken of the library for one thread, to learn from what becomes of it. It stays in this browser. */
export interface UseRow {
  threadId: string;
  /** What went into the draft that is being written, the latest at the end. */
  used: { entryId: string; text: string }[];
  /** Entries that somebody does not want to see in this thread again. */
  dismissed: string[];
  /** Entries that were sent, for when it is known how the customer took it. */
  sent: string[];
  /** When it last changed, local clock, ms. */
  at: number;
  /** When upkeep first came upon it as it is, server clock, ms. */
  foundAt?: number;
}

/** The picture of a story's post: one's own, or one of a teammate that was looked at. */
export interface PictureRow {
  storyId: string;
  hash: string;
  blob: Blob;
  /** Local clock, ms; absent once the server has it, and where there is none. */
  waitsSince?: number;
  /** When it was looked at last, local clock, ms. */
  at: number;
}
