/**
 * The database of the extension's own origin. Versions are append-only: a merged `.version(n)` never changes.
 * Content scripts must not import this: there the database would belong to the page.
 */
import { Dexie } from 'dexie';
import type { EntityTable, Table } from 'dexie';
import type { Brand } from '#utils/model/brand.ts';
import type { Guide } from '#utils/model/guide.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Story } from '#utils/model/story.ts';
import type { Member, Team } from '#utils/model/team.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { TroubleKind } from '#utils/model/trouble.ts';
import type { Change, Cursor, Mutation, RecordKind, Refusal } from '#utils/sync/wire.ts';
import {
  libraryNewsMiddleware,
  type LibraryNewsRow,
  type LibraryPieceRow,
} from './library-news.ts';
import { reopenWhenLost } from './storage-faults.ts';

/** Every synced record, by kind. */
export interface RecordBodies {
  thread: Thread;
  reply: Reply;
  story: Story;
  library: LibraryEntry;
  brand: Brand;
  site: TeamSite;
  member: Member;
  guide: Guide;
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

/** The newest version below. */
export const DATABASE_VERSION = 8;

/** A newer Hearback has used this profile; nothing was changed. */
export class NewerDatabaseError extends Error {
  constructor() {
    super(
      'A newer Hearback was used in this browser before. Update the extension; nothing is lost.',
    );
    this.name = 'NewerDatabaseError';
  }
}

export class HearbackDb extends Dexie {
  threads!: EntityTable<ThreadRow, 'id'>;
  replies!: EntityTable<ReplyRow, 'id'>;
  stories!: EntityTable<StoryRow, 'id'>;
  library!: EntityTable<LibraryRow, 'id'>;
  brands!: EntityTable<RecordRow<'brand'>, 'id'>;
  sites!: EntityTable<RecordRow<'site'>, 'id'>;
  members!: EntityTable<RecordRow<'member'>, 'id'>;
  guides!: EntityTable<RecordRow<'guide'>, 'id'>;
  outbox!: EntityTable<OutboxRow, 'mid'>;
  refused!: Table<RefusedRow, number>;
  quarantine!: EntityTable<QuarantineRow, 'seq'>;
  meta!: EntityTable<MetaRow, 'key'>;
  drafts!: EntityTable<DraftRow, 'threadId'>;
  uses!: EntityTable<UseRow, 'threadId'>;
  sent!: Table<SentRow, number>;
  libraryPieces!: EntityTable<LibraryPieceRow, 'name'>;
  libraryNews!: Table<LibraryNewsRow, [number, string]>;

  constructor(name: string) {
    // Strict: a fact is acknowledged to a person only once it would survive a crash (reliability.md §0.9).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      // Team list: newest open threads first; my claims by holder.
      threads: 'id, [outcome+seenAt], holder',
      // Replies of one thread.
      replies: 'id, threadId',
      // Newest stories first.
      stories: 'id, savedAt',
      library: 'id, at',
      brands: 'id',
      members: 'id',
      // Rebase: the waiting facts of one record.
      outbox: 'mid, [kind+recordId]',
      refused: '++id',
      quarantine: 'seq',
      meta: 'key',
      drafts: 'threadId',
    });
    this.version(2).stores({
      // By `mid`: what a restored server lacks. By record: erasing.
      sent: '++id, mid, [kind+recordId]',
      // Double answers, newest first; only threads that have one are in the last index.
      threads: 'id, [outcome+seenAt], holder, body.doubledAt',
    });
    this.version(3).stores({
      // What the team has mended or taught of sites.
      sites: 'id',
    });
    this.version(4).stores({
      // The team's reply guide, one at the most.
      guides: 'id',
    });
    this.version(5).stores({
      // Snippets apart from the many replies, and of these the newest.
      library: 'id, at, [body.kind+at]',
    });
    this.version(6).stores({
      // What was taken of the library, by thread.
      uses: 'threadId',
      // Second looks, newest first; only threads that have one are in the last index.
      threads: 'id, [outcome+seenAt], holder, body.doubledAt, body.look.askedAt',
    });
    this.version(7).stores({
      // What people said of posts, newest first; only threads with a label are in the last index.
      threads: 'id, [outcome+seenAt], holder, body.doubledAt, body.look.askedAt, body.label.at',
    });
    this.version(8).stores({
      // What was learned of the library, by name.
      libraryPieces: 'name',
      // What its pieces have not been told of yet.
      libraryNews: '[bucket+id]',
    });
    this.use(libraryNewsMiddleware);
    this.on('ready', () => this.refuseNewer(), true);
    reopenWhenLost(this);
  }

  /** An older Hearback must not write by its own lights what a newer one has laid out (reliability.md F35). */
  private refuseNewer(): void {
    // Dexie counts in tenths.
    if (this.backendDB().version < (DATABASE_VERSION + 1) * 10) return;
    throw new NewerDatabaseError();
  }
}
