import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HEARTBEAT_MS, PRESENCE_TTL_MS } from '#utils/sync/wire.ts';
import type { Thread } from '#utils/model/thread.ts';
import type { LiveHub } from './hub.ts';
import { writeTeam } from './services/team-write.ts';
import { revokeDevice } from './store/devices.ts';
import { aSighting } from './testing/builders.ts';
import { onEachStore } from './testing/on-each-store.ts';
import { joinAs } from './testing/test-device.ts';
import type { TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { goLive, openSocket } from './testing/test-socket.ts';
import { withStore } from './testing/with-store.ts';

/** Tells nobody, as a command beside the server. */
const deafHub = { publish: () => undefined } as unknown as LiveHub;

function toActor({ joined }: TestDevice) {
  const { team, member, deviceId } = joined;
  return { teamId: team.id, memberId: member.id, deviceId };
}

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
  });
  afterAll(() => team.end());

  const cursor = { epoch: '', seq: 0, mark: '' };

  it('tells of a change after its commit, with the place it follows', async () => {
    const live = await goLive(team.owner);
    const { head } = await team.member.push(aSighting({ id: 'live' }));
    const frame = await live.next('changes');
    expect(frame.from).toBe(head - 1);
    const { epoch } = team.owner.joined;
    const { changes } = await team.owner.pull({ epoch, seq: 0, mark: '' });
    expect(frame).toMatchObject({ epoch, mark: changes.find(({ seq }) => seq === head - 1)?.mark });
    expect(frame.changes).toMatchObject([{ seq: head, kind: 'thread', id: 'x:live' }]);
  });

  it('tells a claim to the others at once', async () => {
    await team.member.push(aSighting({ id: 'told' }));
    const live = await goLive(team.owner);
    await team.member.claim({ action: 'take', threadId: 'x:told' });
    const { changes } = await live.next('changes');
    const bodies = changes.map(({ body }) => body as Thread);
    const holder = team.member.joined.member.id;
    expect(bodies).toMatchObject([{ id: 'x:told', claim: { memberId: holder } }]);
  });

  it('pokes a socket whose cursor is behind', async () => {
    const socket = await openSocket(team.server.url);
    socket.send({ type: 'hello', token: team.owner.joined.token, cursor });
    const { head } = await socket.next('poke');
    expect(head).toBeGreaterThan(0);
  });

  it('pokes instead of sending more rows than fit a frame', async () => {
    const live = await goLive(team.owner);
    const text = 'long '.repeat(1_900);
    const many = Array.from({ length: 20 }, (_, n) => aSighting({ id: `much${n}`, text }));
    const { head } = await team.member.push(...many);
    expect(await live.next('poke')).toEqual({ type: 'poke', head });
  });

  it('passes presence on to teammates, not to oneself', async () => {
    const own = await goLive(team.member);
    const other = await goLive(team.lead);
    own.send({ type: 'presence', threadId: 'x:1', kind: 'typing' });
    expect(await other.next('presence')).toMatchObject({
      threadId: 'x:1',
      kind: 'typing',
      memberId: team.member.joined.member.id,
    });
    expect(own.waiting('presence')).toEqual([]);
    const late = await goLive(team.owner);
    expect(late.ready.presence).toMatchObject([{ threadId: 'x:1', kind: 'typing' }]);
    own.ws.close();
    expect(await other.next('presence')).toMatchObject({ threadId: 'x:1', kind: 'gone' });
  });

  it('takes presence that is sent right behind the hello', async () => {
    const other = await goLive(team.lead);
    const own = await openSocket(team.server.url);
    own.send({ type: 'hello', token: team.member.joined.token, cursor });
    own.send({ type: 'presence', threadId: 'x:3', kind: 'looking' });
    expect(await other.next('presence')).toMatchObject({ threadId: 'x:3', kind: 'looking' });
    own.ws.close();
  });

  it('lets presence die that is not renewed', async () => {
    const own = await goLive(team.member);
    const other = await goLive(team.lead);
    own.send({ type: 'presence', threadId: 'x:2', kind: 'looking' });
    await other.next('presence');
    team.clock.advance(PRESENCE_TTL_MS);
    expect(await other.next('presence')).toMatchObject({ threadId: 'x:2', kind: 'gone' });
    own.ws.close();
  });

  it('beats every 20 seconds', async () => {
    const live = await goLive(team.owner);
    team.clock.advance(HEARTBEAT_MS);
    expect((await live.next('hb')).serverTime).toBe(team.clock.now());
  });

  it('ends a socket that is silent for three beats', async () => {
    const live = await goLive(team.owner);
    team.clock.advance(3 * HEARTBEAT_MS + 1);
    expect(await live.closed).toBe(1008);
  });

  it.each([
    ['an unknown token', JSON.stringify({ type: 'hello', token: 'nobody', cursor }), 4401],
    ['another first frame', JSON.stringify({ type: 'hb' }), 4401],
    ['no JSON', 'hello', 4401],
    ['more than 64 kB', 'x'.repeat(70_000), 1009],
  ])('closes a socket that says %s', async (_, text, code) => {
    const socket = await openSocket(team.server.url);
    socket.ws.send(text);
    expect(await socket.closed).toBe(code);
  });

  it('closes a joined socket on a frame it cannot read', async () => {
    const live = await goLive(team.owner);
    live.ws.send('{"type":"shutdown"}');
    expect(await live.closed).toBe(4400);
  });

  it('closes the sockets of a device that leaves', async () => {
    const device = await joinAs((await team.server.invite('member')).link, 'Dee Example');
    const live = await goLive(device);
    await device.ask('POST', '/v1/leave', {});
    expect(await live.closed).toBe(4401);
  });

  it('passes on what was written beside the server, without a hint', async () => {
    const live = await goLive(team.owner);
    const { teamId, memberId, deviceId } = toActor(team.member);
    await withStore(team, (data) =>
      writeTeam({ store: data, hub: deafHub }, teamId, { memberId, deviceId }, async (write) =>
        write.touch('member', memberId),
      ),
    );
    team.clock.advance(2_000);
    expect((await live.next('changes')).changes).toMatchObject([{ kind: 'member', id: memberId }]);
  });

  it('ends the sockets of a device that was ended beside the server', async () => {
    const device = await joinAs((await team.server.invite('member')).link, 'Gil Example');
    const live = await goLive(device);
    const { teamId, deviceId } = toActor(device);
    await withStore(team, (data) => data.transaction((tx) => revokeDevice(tx, teamId, deviceId)));
    team.clock.advance(4_000);
    expect(await live.closed).toBe(4401);
  });

  it('ends one who does not read, while others miss nothing', { timeout: 30_000 }, async () => {
    const slow = await goLive(
      await joinAs((await team.server.invite('member')).link, 'Flo Example'),
    );
    const quick = await goLive(team.owner);
    slow.ws.pause();
    const text = 'long '.repeat(1_900);
    let last = 0;
    for (let n = 0; n < 150; n += 1) {
      const many = [1, 2, 3, 4, 5].map((part) => aSighting({ id: `flood${n}-${part}`, text }));
      last = (await team.member.push(...many)).head;
    }
    let heard = 0;
    while (heard < last) heard = (await quick.next('changes')).changes.at(-1)?.seq ?? 0;
    team.clock.advance(HEARTBEAT_MS);
    // Paces are looked at in front of the beat.
    await quick.next('hb');
    slow.ws.resume();
    expect([1006, 4408]).toContain(await slow.closed);
  });

  it('outlives connections that are reset in the middle of an upgrade', async () => {
    const { hostname, port } = new URL(team.server.url);
    for (let n = 0; n < 20; n += 1) {
      const raw = connect(Number(port), hostname);
      await once(raw, 'connect');
      raw.write(
        'GET /nowhere HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
      raw.resetAndDestroy();
    }
    expect((await team.owner.ask('GET', '/healthz')).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', 'chrome-extension://short'])(
    'lets no page of %s connect',
    async (origin) => {
      await expect(openSocket(team.server.url, { origin })).rejects.toThrow('403');
    },
  );

  it.each([`chrome-extension://${'a'.repeat(32)}`, undefined])(
    'lets %s connect',
    async (origin) => {
      const socket = await openSocket(team.server.url, origin === undefined ? {} : { origin });
      socket.ws.close();
      expect(await socket.closed).toBe(1005);
    },
  );

  it('ends all sockets of a device above ten, also when the closed ones do not answer', async () => {
    const device = await joinAs((await team.server.invite('member')).link, 'Eve Example');
    const sockets = [];
    for (let n = 0; n < 13; n += 1) {
      const socket = await goLive(device);
      // A peer that reads no more never answers the close.
      socket.ws.pause();
      sockets.push(socket);
    }
    for (const { ws } of sockets) ws.resume();
    for (const { closed } of sockets.slice(0, 3)) expect(await closed).toBe(1008);
  });

  it('lets a device open no more sockets than one a second, and thirty at once', async () => {
    const device = await joinAs((await team.server.invite('member')).link, 'Hal Example');
    const hello = { type: 'hello', token: device.joined.token, cursor } as const;
    const isLetIn = await Promise.all(
      Array.from({ length: 31 }, async () => {
        const socket = await openSocket(team.server.url);
        socket.send(hello);
        const ready = socket.next('ready').then(() => true);
        return Promise.race([ready, socket.closed.then((code) => code !== 1008)]);
      }),
    );
    expect(isLetIn.filter(Boolean)).toHaveLength(30);
    team.clock.advance(1_000);
    const again = await openSocket(team.server.url);
    again.send(hello);
    expect((await again.next('ready')).presence).toEqual([]);
  });
});
