/** Threads and replies of a made-up team, as rows of the extension's database. */
import { aPost, aReply, aThread } from '#tests/support/builders.ts';

const DAY = 24 * 60 * 60_000;
/** One in so many mentions is open, as in a team that keeps up. */
export const OPEN_SHARE = 10;
const words = ['kettle', 'lid', 'cable', 'button', 'water', 'steam', 'switch', 'spout'];

/** So many mentions of the last 30 days, newest first; those that are not open are settled and answered. */
export function makeThreads(mentions: number) {
  const now = Date.now();
  const threads: object[] = [];
  const replies: object[] = [];
  for (let at = 0; at < mentions; at += 1) {
    const isOpen = at % OPEN_SHARE === 0;
    const seenAt = now - Math.floor((at / mentions) * 30 * DAY) - 60_000;
    const word = words[at % words.length] ?? '';
    const post = aPost({
      id: `${at}`,
      author: { handle: `customer_${at % 5_000}` },
      text: `My Acme ${word} number ${at} does not do what it did last week. ${'It is loud. '.repeat(at % 9)}`,
      time: seenAt,
      permalink: `https://x.com/customer/status/${at}`,
    });
    const body = aThread({
      id: `x:${at}`,
      post,
      seenAt,
      outcome: isOpen ? 'open' : 'settled',
      ...(at % 30 === 0 ? { claim: aClaim(now, at) } : {}),
    });
    const { id, outcome } = body;
    threads.push({ id, seq: 1, body, base: body, seenAt, outcome, holder: '' });
    if (isOpen && at % 20 !== 0) continue;
    const reply = aReply({ id: `x:r${at}`, threadId: id, at: seenAt + 900_000 });
    replies.push({ id: reply.id, seq: 1, body: reply, base: reply, threadId: id });
  }
  return { threads, replies };
}

const aClaim = (now: number, at: number) => ({
  memberId: 'ana',
  fence: 1,
  since: now - 120_000,
  leaseUntil: now + ((at % 60) - 30) * 60_000,
});
