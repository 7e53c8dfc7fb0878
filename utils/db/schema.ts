/**
 * The database of the extension's own origin. Versions are append-only: a merged `.version(n)` never changes.
 * Content scripts must not import this: there the database would belong to the page.
 */
import { Dexie } from 'dexie';
import type { EntityTable, Table } from 'dexie';
import {
  libraryNewsMiddleware,
  type LibraryNewsRow,
  type LibraryPieceRow,
} from './library-news.ts';
import type {
  DraftRow,
  LibraryRow,
  MetaRow,
  OutboxRow,
  PictureRow,
  QuarantineRow,
  RecordRow,
  RefusedRow,
  ReplyRow,
  SentRow,
  StoryRow,
  ThreadRow,
  UseRow,
} from './rows.ts';
import { reopenWhenLost } from './storage-faults.ts';

export type * from './rows.ts';

/** The newest version below. */
export const DATABASE_VERSION = 10;

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
  collections!: EntityTable<RecordRow<'collection'>, 'id'>;
  pictures!: EntityTable<PictureRow, 'storyId'>;
  library!: EntityTable<LibraryRow, 'id'>;
  brands!: EntityTable<RecordRow<'brand'>, 'id'>;
  sites!: EntityTable<RecordRow<'site'>, 'id'>;
  members!: EntityTable<RecordRow<'member'>, 'id'>;
  guides!: EntityTable<RecordRow<'guide'>, 'id'>;
  desks!: EntityTable<RecordRow<'desk'>, 'id'>;
  partners!: EntityTable<RecordRow<'partner'>, 'id'>;
  routings!: EntityTable<RecordRow<'routing'>, 'id'>;
  boardViews!: EntityTable<RecordRow<'view'>, 'id'>;
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
    this.version(9).stores({
      // Newest first, those of a collection, and by tag.
      stories: 'id, savedAt, *body.collections, *body.tags',
      collections: 'id',
      // Those that wait for the server are in the last index alone.
      pictures: 'storyId, waitsSince',
    });
    this.version(10).stores({
      desks: 'id',
      partners: 'id',
      // The team's rules, one record at the most.
      routings: 'id',
      // Filters of the board under a name.
      boardViews: 'id',
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
