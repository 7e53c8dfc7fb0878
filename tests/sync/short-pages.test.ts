/** Pages of long records end early; a browser does not take a short page for the end. */
import { expect, test } from 'vitest';
import { aBrowser, aTeam } from '#tests/support/a-team.ts';
import type { Mutation } from '#utils/sync/wire.ts';

const MANY = 30;

/** A snippet of about 120 kB as JSON. */
function aLongSnippet(id: string): Mutation {
  const text = '\u0001'.repeat(9_900);
  const args = { id, kind: 'snippet' as const, text, question: text, tags: [], at: 1 };
  return { kind: 'library.save', args };
}

/** Counts the requests for an address. */
function counting({ line }: Awaited<ReturnType<typeof aBrowser>>, address: string) {
  const asked = { times: 0 };
  const { fetch } = line;
  line.fetch = (url, init) => {
    if (String(url).includes(address)) asked.times += 1;
    return fetch(url, init);
  };
  return asked;
}

test('takes all of a history and of a state in pages that end early', async () => {
  const { server, owner, member } = await aTeam();
  await member.engine.sync();
  await owner.record(Array.from({ length: MANY }, (_, n) => aLongSnippet(`long${n}`)));
  await owner.engine.sync();
  const pulls = counting(member, '/v1/pull');
  await member.engine.sync();
  expect(await member.db.library.count()).toBe(MANY);
  expect(pulls.times).toBeGreaterThan(3);
  const late = await aBrowser(server, 'Cem');
  const pages = counting(late, '/v1/snapshot');
  await late.engine.sync();
  expect(await late.db.library.count()).toBe(MANY);
  expect(pages.times).toBeGreaterThan(3);
});
