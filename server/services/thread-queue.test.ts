/** Where threads are sent in a team, until when they are put off, and what becomes of that when they are erased. */
import { expect, it, onTestFinished } from 'vitest';
import type { Thread } from '#utils/model/thread.ts';
import { aBoardView, aDesk, aPartner, aRouting } from '#tests/support/board-builders.ts';
import { tables } from '../backup/tables.ts';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact, toOutcomes } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';

onEachStore((store) => {
  async function aTeam() {
    const team = await startTestTeam({ store });
    onTestFinished(() => team.end());
    await team.owner.push(aSighting());
    const load = async () => {
      const { rows } = await team.owner.snapshot();
      return rows.find((row) => row.kind === 'thread')?.body as Thread;
    };
    return { team, load };
  }

  it('routes by the first rule that is told, and by a person over it', async () => {
    const { team, load } = await aTeam();
    const byRule = { id: 'x:1', deskId: 'press', priority: 'high', ruleId: 'r1' } as const;
    await team.member.push(fact('thread.route', byRule));
    await team.owner.push(fact('thread.route', { ...byRule, deskId: 'sales', ruleId: 'r2' }));
    const memberId = team.member.joined.member.id;
    expect((await load()).route).toMatchObject({ deskId: 'press', ruleId: 'r1', by: memberId });
    await team.lead.push(fact('thread.route', { id: 'x:1', assignee: memberId, note: 'Please' }));
    const { route } = await load();
    expect(route).toMatchObject({ deskId: 'press', priority: 'high', assignee: memberId });
    expect(route).toMatchObject({ note: 'Please', by: team.lead.joined.member.id });
    expect(route).not.toHaveProperty('ruleId');
  });

  it('sets aside by a rule what nobody has touched, and by nobody else along the way', async () => {
    const { team, load } = await aTeam();
    const byRule = { id: 'x:1', setAside: 'Lottery', ruleId: 'r1' } as const;
    const bare = { id: 'x:1', setAside: 'Lottery' };
    expect(toOutcomes(await team.lead.push(fact('thread.route', bare)))).toEqual(['invalid']);
    await team.member.push(fact('thread.route', byRule));
    expect(await load()).toMatchObject({ outcome: 'setAside', outcomeReason: 'Lottery' });
    const reopen = { id: 'x:1', outcome: 'open', reason: '' } as const;
    await team.owner.push(fact('thread.setOutcome', reopen), fact('thread.route', byRule));
    expect((await load()).outcome).toBe('open');
  });

  it('does not set aside by a rule what is claimed', async () => {
    const { team, load } = await aTeam();
    await team.lead.claim({ action: 'take', threadId: 'x:1' });
    const byRule = { id: 'x:1', setAside: 'Lottery', ruleId: 'r1' } as const;
    await team.member.push(fact('thread.route', byRule));
    expect(await load()).toMatchObject({ outcome: 'open', route: { ruleId: 'r1' } });
  });

  it('puts a thread off and brings it back', async () => {
    const { team, load } = await aTeam();
    await team.member.push(fact('thread.snooze', { id: 'x:1', until: 99 }));
    const by = team.member.joined.member.id;
    expect((await load()).snooze).toEqual({ until: 99, by, at: expect.any(Number) });
    await team.owner.push(fact('thread.snooze', { id: 'x:1', until: null }));
    expect(await load()).not.toHaveProperty('snooze');
    const unknown = fact('thread.snooze', { id: 'x:404', until: 99 });
    expect(toOutcomes(await team.owner.push(unknown))).toEqual(['not_found']);
  });

  it('keeps desks, rules, partners and views as they were told', async () => {
    const { team } = await aTeam();
    const rule = { id: 'r', isOn: true, when: { words: ['refund'] }, does: { deskId: 'support' } };
    const told = [
      fact('desk.save', aDesk()),
      fact('routing.save', aRouting([rule])),
      fact('partner.save', aPartner()),
      fact('view.save', aBoardView()),
    ];
    expect(toOutcomes(await team.lead.push(...told))).toEqual(told.map(() => 'ok'));
    const { rows } = await team.member.snapshot();
    const kinds = ['desk', 'routing', 'partner', 'view'];
    expect(rows.filter(({ kind }) => kinds.includes(kind)).map(({ body }) => body)).toEqual(
      expect.arrayContaining(told.map(({ args }) => args)),
    );
    await team.lead.push(fact('view.remove', { id: 'late' }));
    expect((await team.member.snapshot()).rows.some(({ kind }) => kind === 'view')).toBe(false);
  });

  it('leaves no word of a route once its thread is erased', async () => {
    const { team } = await aTeam();
    await team.member.push(fact('thread.route', { id: 'x:1', note: 'canary' }));
    const tellTales = async () =>
      withStore(team, async (sql) => {
        const rows = await Promise.all(
          Object.keys(tables).map((table) => sql.all(`SELECT * FROM ${table}`)),
        );
        return JSON.stringify(rows).includes('canary');
      });
    expect(await tellTales()).toBe(true);
    await team.owner.ask('POST', '/v1/erase', { postKey: 'x:1' });
    expect(await tellTales()).toBe(false);
  });
});
