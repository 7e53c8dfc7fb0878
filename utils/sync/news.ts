import type { Change, Mutation } from './wire.ts';

/** Threads that look different now; null: anything may. */
export type News = readonly string[] | null;

/** Nothing looks different. */
export const NO_NEWS: News = [];

/** Both together. */
export function addNews(one: News, other: News): News {
  return one === null || other === null ? null : [...new Set([...one, ...other])];
}

/** What changes of the team make look different. */
export function toNews(changes: readonly Pick<Change, 'kind' | 'id' | 'body'>[]): News {
  return changes.map(toThread).reduce<News>(addNews, NO_NEWS);
}

function toThread({ kind, id, body }: Pick<Change, 'kind' | 'id' | 'body'>): News {
  switch (kind) {
    // A story has the key of the post that its thread is named after.
    case 'thread':
    case 'story':
    // What is said of the draft in a thread.
    case 'look':
      return [id];
    case 'reply': {
      const { threadId } = (body ?? {}) as { threadId?: unknown };
      return typeof threadId === 'string' ? [threadId] : null;
    }
    case 'library':
    case 'collection':
    // The board reads these itself; pages and panels show nothing of them.
    case 'desk':
    case 'partner':
    case 'routing':
    case 'view':
      return NO_NEWS;
    // Names, handles and brands show everywhere.
    default:
      return null;
  }
}

/** What facts of one's own make look different. */
export function toNewsOfFacts(mutations: readonly Mutation[]): News {
  return toNews(
    mutations.map(({ kind, args }) => ({
      kind: kind.split('.')[0] ?? '',
      id: args.id,
      body: args,
    })),
  );
}
