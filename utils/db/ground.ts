import type { Mutation } from '#utils/sync/wire.ts';
import type { HearbackDb } from './schema.ts';

/**
 * True while what a fact rests on is still known here: the brand that a mention matched, the thread that a reply or
 * an act is about. Right after this browser has left a team, pages go on telling of it for a moment; what they say
 * then is nobody's, and the next team would get it. To be asked inside the transaction that writes the fact.
 */
export async function hasGround(db: HearbackDb, { kind, args }: Mutation): Promise<boolean> {
  switch (kind) {
    case 'thread.see':
      return (await db.brands.get(args.match.brandId)) !== undefined;
    case 'thread.setOutcome':
    case 'thread.confirm':
    case 'thread.label':
    case 'look.ask':
    case 'look.answer':
    case 'look.end':
      return (await db.threads.get(args.id)) !== undefined;
    case 'reply.record':
      return (await db.threads.get(args.threadId)) !== undefined;
    case 'library.save':
      // An answer is written right before its copy for the library.
      return args.kind !== 'reply' || (await db.replies.get(args.id)) !== undefined;
    case 'library.use':
      return (await db.library.get(args.id)) !== undefined;
    case 'member.update':
      return (await db.members.get(args.id)) !== undefined;
    default:
      return true;
  }
}
