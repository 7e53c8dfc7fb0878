import { MessageError } from '#utils/messages/answer.ts';
import type { ActResult } from '#utils/messages/map.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { Thread } from '#utils/model/thread.ts';
import { TeamError } from '#utils/sync/team-client.ts';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest, Mutation } from '#utils/sync/wire.ts';
import type { Services } from '../services.ts';

type ThreadHandlers = Pick<
  Handlers,
  | 'mention.report'
  | 'reply.report'
  | 'thread.claim'
  | 'thread.release'
  | 'thread.takeOver'
  | 'thread.setAside'
  | 'thread.reopen'
  | 'thread.confirm'
  | 'presence.report'
>;

/** A claim with less than this left is renewed while its holder writes, ms. */
const RENEW_BELOW_MS = CLAIM_LEASE_MS - 60_000;

/** A content script may speak of its own site only; sites that run anywhere are known by the page alone. */
function needOwnSite(sender: Sender, site: SiteId): void {
  if (sender.kind === 'page') return;
  const { origins } = siteFacts[site];
  const isAnywhere = site === 'generic' || site === 'mastodon';
  if (isAnywhere || origins.some((pattern) => pattern === `${sender.origin}/*`)) return;
  throw new MessageError('forbidden', 'This page may not report posts of another site.');
}

/** True when a report tells more of a thread than is known. */
function isNews(known: Thread | undefined, told: Pick<Thread, 'post' | 'match'>): boolean {
  if (!known) return true;
  const isFuller =
    known.post.truncated === true &&
    told.post.truncated !== true &&
    told.post.text !== known.post.text;
  return isFuller || (told.match.sure && !known.match.sure && known.outcome === 'open');
}

/** Mentions, replies, claims and what became of threads. */
export function createThreadHandlers(services: Services): ThreadHandlers {
  const { db, engine } = services;

  const result = async (threadId: string, refused: string | null): Promise<ActResult> => {
    const [view] = await services.views([threadId]);
    return { view: view ?? null, refused };
  };

  /** What I just sent was sent from an account of mine: from now on its replies are known as mine. */
  const learnHandle = async ({ site, author }: Post): Promise<Mutation[]> => {
    const { memberId } = await engine.context();
    const me = (await db.members.get(memberId))?.body;
    const handle = author.handle.toLowerCase();
    const isKnown = me?.handles.some(
      (entry) => entry.site === site && entry.handle.replace(/^@/, '').toLowerCase() === handle,
    );
    if (!me || isKnown) return [];
    const handles = [...me.handles, { site, handle: author.handle }];
    return [{ kind: 'member.update', args: { id: me.id, name: me.name, handles } }];
  };

  const recordFor = async (threadId: string, mutation: Mutation): Promise<ActResult> => {
    await services.record([mutation]);
    return result(threadId, null);
  };

  const askClaim = async (threadId: string, action: ClaimRequest['action']): Promise<ActResult> => {
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
    const fence = row?.body.claim?.fence;
    try {
      const answer = await client.claim({
        action,
        threadId,
        ...(fence === undefined || action === 'take' || action === 'takeOver' ? {} : { fence }),
      });
      await engine.sync();
      if (answer.granted) return result(threadId, null);
      const holder = answer.claim && (await db.members.get(answer.claim.memberId))?.body.name;
      if (action === 'release') return result(threadId, null);
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
      const news: Mutation[] = [];
      for (const { threadId, post, match } of mentions) {
        needOwnSite(sender, post.site);
        const known = await db.threads.get(threadId);
        if (!isNews(known?.body, { post, match })) continue;
        news.push({ kind: 'thread.see', args: { id: threadId, post, match } });
      }
      if (news.length > 0) await services.record(news);
      return services.views([...new Set(mentions.map(({ threadId }) => threadId))]);
    },

    async 'reply.report'({ replies }, sender) {
      const news: Mutation[] = [];
      for (const { threadId, post, source } of replies) {
        needOwnSite(sender, post.site);
        const id = toPostKey(post);
        const known = (await db.replies.get(id))?.body;
        if (known && !(known.source === 'seen' && source === 'sent')) continue;
        const at = post.time ?? (await engine.context()).now;
        const { text, permalink, author } = post;
        news.push({
          kind: 'reply.record',
          args: { id, threadId, handle: author.handle, text, permalink, at, source },
        });
        const thread = (await db.threads.get(threadId))?.body;
        if (source === 'sent') news.push(...(await learnHandle(post)));
        if (source === 'sent' && thread && text.trim() !== '') {
          news.push({
            kind: 'library.save',
            args: { id, kind: 'reply', text, question: thread.post.text, tags: [], at },
          });
        }
      }
      if (news.length > 0) await services.record(news);
      return null;
    },

    'thread.claim': ({ threadId }) => askClaim(threadId, 'take'),
    'thread.release': ({ threadId }) => askClaim(threadId, 'release'),
    'thread.takeOver': ({ threadId }) => askClaim(threadId, 'takeOver'),

    'thread.setAside': ({ threadId, reason }) =>
      recordFor(threadId, {
        kind: 'thread.setOutcome',
        args: { id: threadId, outcome: 'setAside', reason },
      }),

    'thread.reopen': ({ threadId }) =>
      recordFor(threadId, {
        kind: 'thread.setOutcome',
        args: { id: threadId, outcome: 'open', reason: '' },
      }),

    'thread.confirm': ({ threadId, isUs }) =>
      recordFor(
        threadId,
        isUs
          ? { kind: 'thread.confirm', args: { id: threadId } }
          : {
              kind: 'thread.setOutcome',
              args: { id: threadId, outcome: 'setAside', reason: 'Not us' },
            },
      ),

    async 'presence.report'({ threadId, kind }) {
      engine.tellPresence(threadId, kind);
      if (kind !== 'typing') return null;
      const { memberId, now } = await engine.context();
      const { clockOffset } = await engine.connection();
      const claim = (await db.threads.get(threadId))?.body.claim;
      const msLeft = claim ? claim.leaseUntil - (now + clockOffset) : 0;
      if (claim?.memberId === memberId && msLeft < RENEW_BELOW_MS)
        await askClaim(threadId, 'renew');
      return null;
    },
  };
}
