import { toConfirmed } from '#utils/model/confirmed.ts';
import { changeLibraryEntry, countUse } from '#utils/model/library.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { answerLook, askLook } from '#utils/model/look.ts';
import type { Post } from '#utils/model/post.ts';
import { addFollowUp } from '#utils/model/follow-up.ts';
import { editStory, noteConsent, noticeStory, saveStory } from '#utils/model/story.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import type { Thread } from '#utils/model/thread.ts';
import { changeRoute, isSetAsideBy } from '#utils/model/thread-route.ts';
import { changeLabel } from '#utils/model/triage.ts';
import type { LabelChange } from '#utils/model/triage.ts';
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
    collection: 'collection',
    library: 'library',
    brand: 'brand',
    site: 'site',
    member: 'member',
    guide: 'guide',
    desk: 'desk',
    partner: 'partner',
    routing: 'routing',
    view: 'view',
    look: 'thread',
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
  const { memberId, now: at } = context;
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
      const { outcome, reason, happiness } = mutation.args;
      const thread = current as RecordBodies['thread'];
      const isGivenBack = outcome !== 'open' && thread.claim?.memberId === context.memberId;
      const claim = isGivenBack ? null : thread.claim;
      const { happiness: _before, ...rest } = thread;
      const after = { ...rest, outcome, outcomeReason: reason, claim };
      return outcome === 'settled' && happiness ? { ...after, happiness } : after;
    }
    case 'thread.route':
    case 'thread.snooze':
      return current && withQueue(current as Thread, mutation, { memberId, at });
    case 'thread.label':
      return withLabel(current as Thread | null, mutation.args, { memberId, at });
    case 'look.ask':
    case 'look.answer':
    case 'look.end':
      return withLook(current as Thread | null, mutation, { memberId, at });
    case 'thread.confirm': {
      if (!current) return null;
      const thread = current as RecordBodies['thread'];
      if (thread.match.sure) return thread;
      return { ...thread, match: toConfirmed(thread.match) };
    }
    case 'reply.record': {
      const known = current as RecordBodies['reply'] | null;
      if (known && !(known.source === 'seen' && mutation.args.source === 'sent')) return known;
      const memberId = mutation.args.source === 'sent' ? context.memberId : null;
      return { ...mutation.args, memberId };
    }
    case 'story.save':
      return saveStory(current as RecordBodies['story'] | null, mutation.args, { memberId, at });
    case 'story.edit':
    case 'story.consent':
    case 'story.notice':
      return current && withStory(current as RecordBodies['story'], mutation, { memberId, at });
    case 'collection.save':
      return mutation.args;
    case 'thread.followUp': {
      const thread = current as Thread | null;
      return (
        thread && { ...thread, followUps: addFollowUp(thread.followUps, mutation.args.followUp) }
      );
    }
    case 'library.save': {
      const known = current as RecordBodies['library'] | null;
      // Whether a lead has to approve is the server's to say.
      return changeLibraryEntry(known, mutation.args, { memberId, at, needsApproval: false });
    }
    case 'library.setState':
      return current && { ...(current as LibraryEntry), state: mutation.args.state };
    case 'library.use': {
      const known = current as LibraryEntry | null;
      return known && { ...known, uses: countUse(known.uses, mutation.args, at) };
    }
    case 'library.forgetUses': {
      if (!current) return null;
      const { uses: _forgotten, ...entry } = current as LibraryEntry;
      return entry;
    }
    case 'guide.save':
      return { ...mutation.args, changedBy: memberId, changedAt: at };
    case 'brand.save':
    case 'desk.save':
    case 'partner.save':
    case 'routing.save':
    case 'view.save':
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
    case 'collection.remove':
    case 'library.remove':
    case 'brand.remove':
    case 'site.remove':
    case 'desk.remove':
    case 'partner.remove':
    case 'view.remove':
      return null;
  }
}

function withStory(
  story: RecordBodies['story'],
  { kind, args }: Extract<Mutation, { kind: 'story.edit' | 'story.consent' | 'story.notice' }>,
  by: { memberId: string; at: number },
): RecordBodies['story'] {
  if (kind === 'story.edit') return editStory(story, args);
  return kind === 'story.consent' ? noteConsent(story, args, by) : noticeStory(story, args, by);
}

function withLabel(
  thread: Thread | null,
  change: LabelChange,
  by: { memberId: string; at: number },
): Thread | null {
  if (!thread) return null;
  const { label: known, ...rest } = thread;
  const label = changeLabel(known, change, by);
  return label ? { ...rest, label } : rest;
}

function withQueue(
  thread: Thread,
  { kind, args }: Extract<Mutation, { kind: 'thread.route' | 'thread.snooze' }>,
  by: { memberId: string; at: number },
): Thread {
  if (kind === 'thread.route') {
    const routed = { ...thread, route: changeRoute(thread.route, args, by) };
    if (args.setAside === undefined || !isSetAsideBy(thread, args)) return routed;
    return { ...routed, outcome: 'setAside', outcomeReason: args.setAside };
  }
  const { snooze: _before, ...rest } = thread;
  if (args.until === null) return rest;
  return { ...rest, snooze: { until: args.until, by: by.memberId, at: by.at } };
}

function withLook(
  thread: Thread | null,
  { kind, args }: Extract<Mutation, { kind: `look.${string}` }>,
  by: { memberId: string; at: number },
): Thread | null {
  if (!thread) return null;
  const { look, ...rest } = thread;
  if (kind === 'look.end') return rest;
  if (kind === 'look.ask') return { ...rest, look: askLook(look, args, by) };
  return look ? { ...rest, look: answerLook(look, args, by) } : rest;
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
