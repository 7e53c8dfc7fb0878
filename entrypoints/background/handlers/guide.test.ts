import { describe, expect, test } from 'vitest';
import { aTeam, seeing } from '#tests/support/a-team.ts';
import { readGuide } from '#utils/db/guide.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { createServices } from '../services.ts';
import { createDraftHandlers } from './drafts.ts';
import { createGuideHandlers } from './guide.ts';

const panel: Sender = { kind: 'page', tabId: null, origin: null };
const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const asking = { threadId: 'x:1', text: 'Sorry to hear that. What is your phone number?' };

async function aLeadAndAMember() {
  const { owner, member } = await aTeam();
  await owner.record([seeing('1')]);
  const toMate = ({ db }: typeof owner) => {
    const services = createServices(db);
    const guides = createGuideHandlers(services);
    const drafts = createDraftHandlers(services);
    return {
      db,
      sync: () => services.engine.sync(),
      setOff: (check: string, isOff: boolean) => guides['check.setOff']({ check, isOff }, panel),
      heard: async () => [
        (await drafts['draft.check'](asking, panel)).map(({ check }) => check),
        (await drafts['draft.save'](asking, onX)).map(({ check }) => check),
      ],
    };
  };
  const mates = { lead: toMate(owner), member: toMate(member) };
  await mates.lead.sync();
  await mates.member.sync();
  return mates;
}

describe('a check that the team does without', () => {
  test('is silent at once in panel and page, for teammates too, until it is on again', async () => {
    const { lead, member } = await aLeadAndAMember();
    const loud = [['private-question'], ['private-question']];
    expect(await lead.heard()).toEqual(loud);
    await lead.setOff('private-question', true);
    expect(await lead.heard()).toEqual([[], []]);
    await lead.sync();
    await member.sync();
    expect(await member.heard()).toEqual([[], []]);
    await lead.setOff('private-question', false);
    expect(await lead.heard()).toEqual(loud);
  }, 20_000);

  test('is decided by leads, one by one', async () => {
    const { lead, member } = await aLeadAndAMember();
    await expect(member.setOff('mood', true)).rejects.toThrow(/Only a lead/);
    await lead.setOff('mood', true);
    await lead.setOff('link', true);
    await lead.setOff('link', true);
    await lead.setOff('mood', false);
    expect((await readGuide(lead.db)).checksOff).toEqual(['link']);
  }, 20_000);
});
