/** What the team lays down on how it answers: guide, library, second looks, labels. */
import { expect, it, onTestFinished } from 'vitest';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { Thread } from '#utils/model/thread.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import { aGuide, aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact, toOutcomes } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';

onEachStore((store) => {
  async function aTeam() {
    const team = await startTestTeam({ store });
    onTestFinished(() => team.end());
    const load = async <T>(kind: RecordKind, id: string): Promise<T | undefined> => {
      const { rows } = await team.owner.snapshot();
      return rows.find((row) => row.kind === kind && row.id === id)?.body as T | undefined;
    };
    return { team, load };
  }

  const snippet = (text: string, more: object = {}) =>
    fact('library.save', { id: 'l', kind: 'snippet', text, tags: [], at: 1, ...more });
  const idOf = ({ joined }: TestTeam['owner']) => joined.member.id;

  it('keeps earlier words of an entry, and its first author', async () => {
    const { team, load } = await aTeam();
    await team.member.push(snippet('One'));
    await team.lead.push(
      snippet('Two', { title: 'T' }),
      snippet('Two', { title: 'T', tags: ['a'] }),
    );
    const entry = await load<LibraryEntry>('library', 'l');
    expect(entry).toMatchObject({
      text: 'Two',
      version: 2,
      tags: ['a'],
      memberId: idOf(team.member),
    });
    expect(entry?.earlier).toEqual([
      expect.objectContaining({ text: 'One', version: 1, memberId: idOf(team.lead) }),
    ]);
    expect(entry?.state).toBeUndefined();
  });

  it('lets what others write wait where leads approve', async () => {
    const { team, load } = await aTeam();
    await team.lead.push(fact('guide.save', aGuide({ approval: 'lead' })));
    await team.member.push(snippet('One'));
    expect((await load<LibraryEntry>('library', 'l'))?.state).toBe('proposed');
    await team.lead.push(fact('library.setState', { id: 'l', state: 'approved' }));
    expect((await load<LibraryEntry>('library', 'l'))?.state).toBe('approved');
    await team.member.push(snippet('One', { tags: ['sorted'] }));
    expect((await load<LibraryEntry>('library', 'l'))?.state).toBe('approved');
    await team.member.push(snippet('Other words'));
    expect((await load<LibraryEntry>('library', 'l'))?.state).toBe('proposed');
    await team.lead.push(snippet('Words of a lead', { id: 'm' }));
    expect((await load<LibraryEntry>('library', 'm'))?.state).toBeUndefined();
  });

  it('counts uses, once each, and starts anew', async () => {
    const { team, load } = await aTeam();
    await team.member.push(
      snippet('One'),
      fact('library.use', { id: 'l', use: 'sent', kept: 0.5 }),
      fact('library.use', { id: 'l', use: 'sent', kept: 1 }),
      fact('library.use', { id: 'l', use: 'happy' }),
      fact('library.use', { id: 'gone', use: 'sent', kept: 1 }),
    );
    expect((await load<LibraryEntry>('library', 'l'))?.uses).toMatchObject({
      sent: 2,
      kept: 1.5,
      happy: 1,
      unhappy: 0,
      dismissed: 0,
    });
    expect(await load('library', 'gone')).toBeUndefined();
    await team.lead.push(fact('library.forgetUses', { id: 'l' }));
    expect(await load('library', 'l')).not.toHaveProperty('uses');
  });

  it('takes a draft through a second look, which a reply ends', async () => {
    const { team, load } = await aTeam();
    await team.member.push(aSighting(), fact('look.ask', { id: 'x:1', text: 'Hi', note: 'Fine?' }));
    await team.member.push(fact('look.answer', { id: 'x:1', verdict: 'approved', text: 'Myself' }));
    expect((await load<Thread>('thread', 'x:1'))?.look?.state).toBe('asked');
    await team.lead.push(fact('look.answer', { id: 'x:1', verdict: 'approved', text: 'Go' }));
    expect((await load<Thread>('thread', 'x:1'))?.look).toMatchObject({
      text: 'Hi',
      note: 'Fine?',
      askedBy: idOf(team.member),
      state: 'approved',
      comments: [
        { by: idOf(team.member), text: 'Myself' },
        { by: idOf(team.lead), text: 'Go', verdict: 'approved' },
      ],
    });
    await team.member.push(aReply());
    expect(await load('thread', 'x:1')).not.toHaveProperty('look');
    const late = await team.lead.push(
      fact('look.answer', { id: 'x:1', verdict: 'changes', text: '' }),
    );
    expect(toOutcomes(late)).toEqual(['ok']);
  });

  it('keeps what a person said a post is, and takes it back', async () => {
    const { team, load } = await aTeam();
    await team.member.push(
      aSighting(),
      fact('thread.label', { id: 'x:1', intent: 'praise', lang: 'en' }),
      fact('thread.label', { id: 'x:1', urgency: 'high', lang: null }),
    );
    expect((await load<Thread>('thread', 'x:1'))?.label).toMatchObject({
      intent: 'praise',
      urgency: 'high',
      by: idOf(team.member),
    });
    await team.lead.push(fact('thread.label', { id: 'x:1', intent: null, urgency: null }));
    expect(await load('thread', 'x:1')).not.toHaveProperty('label');
  });

  it('notes how a customer took it with a settled thread alone', async () => {
    const { team, load } = await aTeam();
    const settle = (outcome: 'settled' | 'open') =>
      fact('thread.setOutcome', { id: 'x:1', outcome, reason: '', happiness: 'happy' });
    await team.member.push(aSighting(), settle('settled'));
    expect((await load<Thread>('thread', 'x:1'))?.happiness).toBe('happy');
    await team.member.push(settle('open'));
    expect(await load('thread', 'x:1')).not.toHaveProperty('happiness');
  });

  it('erases the earlier words of an entry that carry what the customer wrote', async () => {
    const { team, load } = await aTeam();
    const question = 'My Acme kettle keeps boiling.';
    await team.member.push(aSighting({ text: question }), snippet('One', { question }));
    await team.member.push(snippet('Two'));
    const { status } = await team.lead.ask('POST', '/v1/erase', { postKey: 'x:1' });
    expect(status).toBe(200);
    const entry = await load('library', 'l');
    expect(entry).toMatchObject({ text: 'Two', version: 2 });
    expect(JSON.stringify(entry)).not.toContain(question);
  });

  it('leaves no earlier words in an entry that somebody removed', async () => {
    const { team } = await aTeam();
    const question = 'My Acme kettle keeps boiling.';
    await team.member.push(aSighting({ text: question }), snippet('One', { question }));
    await team.member.push(snippet('Two'), fact('library.remove', { id: 'l' }));
    await team.lead.ask('POST', '/v1/erase', { postKey: 'x:1' });
    await withStore(team, async (opened) => {
      expect(JSON.stringify(await opened.all('SELECT body FROM library'))).not.toContain('boiling');
    });
  });

  it('leaves a guide that only leads write', async () => {
    const { team, load } = await aTeam();
    expect(toOutcomes(await team.member.push(fact('guide.save', aGuide())))).toEqual(['forbidden']);
    await team.lead.push(fact('guide.save', aGuide({ signature: '^{me}' })));
    expect(await load('guide', 'guide')).toMatchObject({
      signature: '^{me}',
      changedBy: idOf(team.lead),
    });
  });
});
