import type { Post } from '#utils/model/post.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import type { RecordBodies } from './schema.ts';
import type { Mutation, RecordKind } from '#utils/sync/wire.ts';

/** Who acts, and when, as far as this browser knows; the server stamps its own. */
export interface MutationContext {
  memberId: string;
  now: number;
}

/** The record that a fact touches. */
export function recordOf(mutation: Mutation): { kind: RecordKind; id: string } {
  const kinds = {
    thread: 'thread',
    reply: 'reply',
    story: 'story',
    library: 'library',
    brand: 'brand',
    site: 'site',
    member: 'member',
  } as const;
  const area = mutation.kind.split('.')[0] as keyof typeof kinds;
  return { kind: kinds[area], id: mutation.args.id };
}

/** True when `read` shows more of a post than `known`, which the page had cut off. */
export function isFullerReading(known: Post, read: Post): boolean {
  return known.truncated === true && read.text.length > known.text.length;
}

/**
 * What a record looks like once a fact has happened, before the server has said so. Null: it is gone, or the
 * fact does not make sense for it (then nothing changes). Has the effects of server/services/mutations, as far as
 * they can be known here.
 */
export function applyMutation(
  mutation: Mutation,
  current: RecordBodies[RecordKind] | null,
  context: MutationContext,
): RecordBodies[RecordKind] | null {
  switch (mutation.kind) {
    case 'thread.see': {
      const { id, post, match } = mutation.args;
      if (current) return readAgain(current as RecordBodies['thread'], post, match);
      return {
        id,
        post,
        match,
        seenBy: context.memberId,
        seenAt: context.now,
        outcome: 'open',
        claim: null,
        fence: 0,
      };
    }
    case 'thread.setOutcome': {
      if (!current) return null;
      const { outcome, reason } = mutation.args;
      const thread = current as RecordBodies['thread'];
      const isGivenBack = outcome !== 'open' && thread.claim?.memberId === context.memberId;
      const claim = isGivenBack ? null : thread.claim;
      return { ...thread, outcome, outcomeReason: reason, claim };
    }
    case 'thread.confirm': {
      if (!current) return null;
      const thread = current as RecordBodies['thread'];
      if (thread.match.sure) return thread;
      return {
        ...thread,
        match: { ...thread.match, sure: true, reason: 'Confirmed by a teammate' },
      };
    }
    case 'reply.record': {
      const known = current as RecordBodies['reply'] | null;
      if (known && !(known.source === 'seen' && mutation.args.source === 'sent')) return known;
      const memberId = mutation.args.source === 'sent' ? context.memberId : null;
      return { ...mutation.args, memberId };
    }
    case 'story.save': {
      const known = current as RecordBodies['story'] | null;
      const { note, tags, permission } = mutation.args;
      if (known) return { ...known, note, tags, permission };
      return { ...mutation.args, savedBy: context.memberId, savedAt: context.now };
    }
    case 'library.save': {
      const known = current as RecordBodies['library'] | null;
      return { ...mutation.args, memberId: known ? known.memberId : context.memberId };
    }
    case 'brand.save':
      return mutation.args;
    case 'site.save': {
      const by = { memberId: context.memberId, at: context.now };
      return changeTeamSite(current as RecordBodies['site'] | null, mutation.args, by);
    }
    case 'member.update': {
      if (!current) return null;
      const { name, handles } = mutation.args;
      return { ...(current as RecordBodies['member']), name, handles };
    }
    case 'story.remove':
    case 'library.remove':
    case 'brand.remove':
    case 'site.remove':
      return null;
  }
}

function readAgain(
  known: RecordBodies['thread'],
  post: Post,
  match: RecordBodies['thread']['match'],
): RecordBodies['thread'] {
  const isSurer = !known.match.sure && match.sure;
  return {
    ...known,
    post: isFullerReading(known.post, post) ? post : known.post,
    match: isSurer ? match : known.match,
  };
}
