/** Pictures of stories' posts: who gets them in, who gets them out, and when they go. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PICTURE_MAX } from '#utils/model/story-limits.ts';
import { aPicture, aStory, toPicture } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';

const { id: storyId } = aStory();
const picture = aPicture();

onEachStore((store) => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await startTestTeam({ store });
    await team.member.push(fact('story.save', aStory({ picture: toPicture(picture) })));
  });
  afterEach(() => team.end());

  const send = (over: object = {}) =>
    team.member.ask('POST', '/v1/pictures', { storyId, ...picture, ...over });
  const load = () => team.lead.ask('GET', `/v1/pictures?story=${storyId}`);
  const count = () =>
    withStore(team, async (sql) =>
      Number((await sql.get('SELECT COUNT(*) AS total FROM picture'))?.total),
    );

  it('are given to every teammate as they came', async () => {
    expect((await send()).status).toBe(200);
    expect(await load()).toMatchObject({ status: 200, body: picture });
  });

  it('may be sent again, as after an answer that was lost', async () => {
    await send();
    expect((await send()).status).toBe(200);
    expect(await count()).toBe(1);
  });

  it('belong to a story that names them', async () => {
    expect((await send({ storyId: 'x:none' })).status).toBe(404);
    expect((await send(aPicture('another'))).status).toBe(404);
    expect(await count()).toBe(0);
  });

  describe('that are none', () => {
    const tooLong = aPicture('x'.repeat(PICTURE_MAX));
    const script = Buffer.from('<svg onload=alert(1)>');
    it.each([
      ['under the hash of other bytes', { data: aPicture('another').data }],
      ['under another type', { type: 'image/webp' }],
      ['of a type that can carry scripts', { type: 'image/svg+xml' }],
      ['of no bytes of a picture', { data: script.toString('base64') }],
      ['not Base64', { data: '<svg>' }],
      ['too long', tooLong],
    ])('%s are refused', async (_, over) => {
      expect((await send(over)).status).toBe(400);
      expect(await count()).toBe(0);
    });
  });

  it('go with their story, removed or erased', async () => {
    await send();
    await team.lead.push(fact('story.remove', { id: storyId }));
    expect(await count()).toBe(0);
    await team.member.push(fact('story.save', aStory({ picture: toPicture(picture) })));
    await send();
    await team.lead.ask('POST', '/v1/erase', { postKey: storyId });
    expect(await count()).toBe(0);
    expect((await load()).status).toBe(404);
    expect((await send()).status).toBe(404);
  });
});
