import { MessageError } from '#utils/messages/answer.ts';
import type { ActResult } from '#utils/messages/payloads.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import { isHosted } from '#utils/model/hosted-handle.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Thread } from '#utils/model/thread.ts';
import { now } from '#utils/platform/clock.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { isFullerReading } from '#utils/db/apply-mutation.ts';
import { saveBoxDraft } from '#utils/db/drafts.ts';
import { StorageFullError } from '#utils/db/storage-faults.ts';
import { TeamError } from '#utils/sync/team-client.ts';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest, Mutation } from '#utils/sync/wire.ts';
import { toLibraryFact } from '../library-fact.ts';
import { isFollowUp, toFollowUpFact } from '../follow-ups.ts';
import type { Services } from '../services.ts';
import { toChangeFacts } from '../story-changes.ts';
import { toAskedFacts } from '../story-asks.ts';
import { toArcFacts } from '../story-arcs.ts';
import { forbidden, isOwnPost, isOwnThread, needOwnThread } from '../site-guard.ts';
import { noteSentPart } from '../sent-parts.ts';
import { learnFromSent } from '../suggestion-use.ts';
import { learnHandles } from './learn-handles.ts';
import { tooMuchNews } from './too-much-news.ts';

type ThreadHandlers = Pick<
  Handlers,
  | 'mention.report'
  | 'reply.report'
  | 'thread.claim'
  | 'thread.release'
  | 'thread.takeOver'
  | 'thread.handOver'
  | 'thread.setAside'
  | 'thread.reopen'
  | 'thread.settle'
  | 'thread.confirm'
  | 'thread.keep'
  | 'presence.report'
>;

/** A page asks once a minute while its person writes; what two tabs ask together is renewed once. */
const RENEW_BELOW_MS = CLAIM_LEASE_MS - 50_000;

/** True when a report tells more of a thread than is known, by the same rule as the server's. */
function isNews(known: Thread | undefined, told: Pick<Thread, 'post' | 'match'>): boolean {
  if (!known) return true;
  const isFuller = isFullerReading(known.post, told.post);
  return isFuller || (told.match.sure && !known.match.sure && known.outcome === 'open');
}

/** Mentions, replies, claims and what became of threads. */
export function createThreadHandlers(services: Services): ThreadHandlers {
  const { db, engine } = services;

  /** Records what there was room for; when that is nothing, says why. */
  const recordNews = async (news: readonly Mutation[], isFull: boolean) => {
    if (news.length > 0) await services.recordFromPage(news);
    else if (isFull) throw tooMuchNews();
  };

  const result = async (threadId: string, refused: string | null): Promise<ActResult> => {
    const [view] = await services.views([threadId]);
    return { view: view ?? null, refused };
  };

  /** A page acts on what it was shown; the panel may be ahead of what is known here. */
  const needThread = async (sender: Sender, threadId: string): Promise<void> => {
    needOwnThread(sender, threadId);
    if (sender.kind === 'page' || (await db.threads.get(threadId))) return;
    throw new MessageError('not_found', 'This thread is not on record any more. Reload the page.');
  };

  const recordFor = async (
    sender: Sender,
    threadId: string,
    mutation: Mutation,
  ): Promise<ActResult> => {
    await needThread(sender, threadId);
    await (sender.kind === 'page' ? services.record : services.recordFromPage)([mutation]);
    return result(threadId, null);
  };

  /**
   * Told by its own post where the roster may not tell, as on a host that has just brought its first handle: a teammate
   * may name the brand and mention nothing.
   */
  const isReplyOfOurs = async ({ site }: Post, id: string): Promise<boolean> =>
    isHosted(site) && (await db.replies.get(id))?.body.source === 'sent';

  const askClaim = async (
    threadId: string,
    action: ClaimRequest['action'],
    wish: Pick<ClaimRequest, 'to' | 'note'> = {},
  ): Promise<ActResult> => {
    const client = await engine.client();
    if (!client) {
      return result(
        threadId,
        'Claims need a team. Join one in Options; everything else works alone.',
      );
    }
    // The server must know the thread before it can grant it.
    const isWaiting = await db.outbox.where('[kind+recordId]').equals(['thread', threadId]).count();
    if (isWaiting > 0) await engine.sync();
    const row = await db.threads.get(threadId);
    const fence = row?.body.claim?.fence ?? row?.body.fence;
    try {
      const answer = await client.claim({
        action,
        threadId,
        ...wish,
        ...(fence === undefined || action === 'take' || action === 'takeOver' ? {} : { fence }),
      });
      await engine.sync();
      if (answer.granted) return result(threadId, null);
      if (action === 'release') return result(threadId, null);
      if (!answer.claim)
        return result(threadId, 'This thread is closed. Reopen it, then claim it.');
      const holder = (await db.members.get(answer.claim.memberId))?.body.name;
      return result(threadId, holder ? `${holder} has it.` : 'A teammate has it.');
    } catch (error) {
      if (!(error instanceof TeamError)) throw error;
      const isAway = error.code === 'offline' || error.code === 'unavailable';
      const words = isAway
        ? 'The team server is away, so nothing can be promised now. Try again when it is back.'
        : error.message;
      return result(threadId, words);
    }
  };

  return {
    async 'mention.report'({ mentions }, sender) {
      const own = mentions.filter(
        ({ threadId, post }) => isOwnThread(sender, threadId) && isOwnPost(sender, post),
      );
      if (own.length === 0 && mentions.length > 0) throw forbidden();
      const news: Mutation[] = [];
      let isFull = false;
      for (const { threadId, post, match } of own) {
        // A follow-up in somebody's own thread is shown as that thread and is no record of its own.
        if (toPostKey(post) !== threadId || post.promoted) continue;
        const known = await db.threads.get(threadId);
        news.push(...(await toChangeFacts(db, post)));
        if (!isNews(known?.body, { post, match })) continue;
        if (!known && (await isReplyOfOurs(post, threadId))) continue;
        isFull ||= !services.takeNews(sender.origin);
        if (isFull) break;
        news.push({ kind: 'thread.see', args: { id: threadId, post, match } });
      }
      const views = () => services.views([...new Set(own.map(({ threadId }) => threadId))]);
      try {
        await recordNews(news, isFull);
      } catch (error) {
        if (!(error instanceof StorageFullError)) throw error;
        // What is known already keeps its mark while nothing new is taken.
        const known = await views();
        if (known.length === 0) throw error;
        return known;
      }
      return views();
    },

    async 'reply.report'({ replies }, sender) {
      const news: Mutation[] = [];
      const sent: Post[] = [];
      const answered = new Set<string>();
      let isFull = false;
      for (const { threadId, post, source, fence, guard } of replies) {
        if (!isOwnThread(sender, threadId) || !isOwnPost(sender, post)) throw forbidden();
        const id = toPostKey(post);
        const known = (await db.replies.get(id))?.body;
        if (known && !(known.source === 'seen' && source === 'sent')) continue;
        // The team refuses replies to threads that it has no record of.
        const thread = (await db.threads.get(threadId))?.body;
        if (!thread) continue;
        const followUp =
          source === 'seen' && isFollowUp(thread, post)
            ? await toFollowUpFact(db, thread, post, answered.has(threadId))
            : undefined;
        if (followUp === null) continue;
        isFull ||= !services.takeNews(sender.origin);
        if (isFull) break;
        if (followUp) {
          news.push(followUp);
          continue;
        }
        answered.add(threadId);
        const at = post.time ?? now();
        const { text, permalink, author } = post;
        news.push({
          kind: 'reply.record',
          args: {
            id,
            threadId,
            handle: author.handle,
            text,
            permalink,
            at,
            source,
            ...(fence === undefined || source === 'seen' ? {} : { fence }),
            ...(guard === undefined || source === 'seen' ? {} : { guard }),
          },
        });
        if (source === 'sent') {
          sent.push(post);
          await saveBoxDraft(db, threadId, null);
          await noteSentPart(db, threadId, text);
          news.push(...(await toAskedFacts(db, threadId, post)));
        }
        if (source === 'sent' && text.trim() !== '') {
          const lang = await detectLanguage(text);
          news.push(toLibraryFact({ id, text, at, permalink, threadId }, thread, lang));
          news.push(...(await learnFromSent(db, { threadId, id, text })));
        }
      }
      const { memberId } = await engine.context();
      const me = (await db.members.get(memberId))?.body;
      if (me && sent.length > 0) news.push(...learnHandles(me, sent, sender));
      await recordNews(news, isFull);
      const arcs = await toArcFacts(db, [...new Set(replies.map(({ threadId }) => threadId))]);
      if (arcs.length > 0) await services.recordFromPage(arcs);
      return null;
    },

    'thread.claim': async ({ threadId }, sender) => {
      await needThread(sender, threadId);
      return askClaim(threadId, 'take');
    },
    'thread.release': async ({ threadId }, sender) => {
      await needThread(sender, threadId);
      return askClaim(threadId, 'release');
    },
    'thread.takeOver': async ({ threadId }, sender) => {
      await needThread(sender, threadId);
      return askClaim(threadId, 'takeOver');
    },

    'thread.handOver': ({ threadId, to, note }) => askClaim(threadId, 'handOver', { to, note }),

    async 'thread.setAside'({ threadId, reason }, sender) {
      return recordFor(sender, threadId, {
        kind: 'thread.setOutcome',
        args: { id: threadId, outcome: 'setAside', reason },
      });
    },

    async 'thread.reopen'({ threadId }, sender) {
      return recordFor(sender, threadId, {
        kind: 'thread.setOutcome',
        args: { id: threadId, outcome: 'open', reason: '' },
      });
    },

    async 'thread.settle'({ threadId, happiness }, sender) {
      return recordFor(sender, threadId, {
        kind: 'thread.setOutcome',
        args: { id: threadId, outcome: 'settled', reason: '', happiness },
      });
    },

    async 'thread.confirm'({ threadId, isUs }, sender) {
      return recordFor(
        sender,
        threadId,
        isUs
          ? { kind: 'thread.confirm', args: { id: threadId } }
          : {
              kind: 'thread.setOutcome',
              args: { id: threadId, outcome: 'setAside', reason: 'Not us' },
            },
      );
    },

    async 'presence.report'({ threadId, kind }, sender) {
      needOwnThread(sender, threadId);
      const claim = (await db.threads.get(threadId))?.body.claim;
      // Presence on what the team does not know would be a way to write on everybody's board.
      if (claim === undefined) return null;
      services.tabPresence.tell(sender.tabId, threadId, kind);
      return null;
    },

    async 'thread.keep'({ threadId }, sender) {
      needOwnThread(sender, threadId);
      const claim = (await db.threads.get(threadId))?.body.claim;
      const { memberId } = await engine.context();
      const { clockOffset } = await engine.connection();
      const msLeft = claim ? claim.leaseUntil - (now() + clockOffset) : 0;
      // One that has run out is claimed again by the person, who is told; it may be somebody else's by now.
      if (claim?.memberId !== memberId || msLeft <= 0 || msLeft > RENEW_BELOW_MS) return null;
      await askClaim(threadId, 'renew');
      return null;
    },
  };
}
