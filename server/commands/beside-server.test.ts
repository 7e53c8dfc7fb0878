/** Commands, and other servers, beside a server that runs as people run it (reliability.md F18, F41). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { aSighting } from '../testing/builders.ts';
import { needPostgres, onEachStore } from '../testing/on-each-store.ts';
import { spawnServer } from '../testing/spawn-server.ts';
import { runCli } from '../testing/test-cli.ts';
import { joinAs, toDevice } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { goLive } from '../testing/test-socket.ts';

// Each command is a process of its own, and they start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** A socket of somebody who may not be here any more must be closed after so long, ms. */
const CLOSED_WITHIN_MS = 5_000;

onEachStore((store) => {
  async function aServer() {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-beside-'));
    const data = join(folder, 'team.sqlite');
    const databaseUrl =
      store === 'postgres' ? await (await needPostgres()).createDatabase() : undefined;
    const place = databaseUrl === undefined ? { data } : { databaseUrl };
    const server = await spawnServer(place);
    onTestFinished(async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    const owner = await joinAs(server.ownerLink ?? '', 'Ada Example');
    const env: Record<string, string> =
      databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const run = (...args: string[]) =>
      runCli(databaseUrl === undefined ? [...args, '--data', data] : args, env);
    return { server, owner, run, folder, place };
  }

  async function aMember(owner: TestDevice): Promise<TestDevice> {
    const { body } = await owner.ask('POST', '/v1/invites', { role: 'member' });
    return joinAs((body as { link: string }).link, 'Ben Example');
  }

  it('closes within 5 s the sockets of somebody whom the command line removes', async () => {
    const { owner, run } = await aServer();
    const member = await aMember(owner);
    const [live, kept] = [await goLive(member), await goLive(owner)];
    const { code } = await run('members', 'remove', member.joined.member.id);
    expect(code).toBe(0);
    const limit = new Promise((resolve) => setTimeout(resolve, CLOSED_WITHIN_MS, 'still open'));
    expect(await Promise.race([live.closed, limit])).toBe(4401);
    // The others hear of it, and stay.
    await kept.next('changes');
    expect(kept.ws.readyState).toBe(kept.ws.OPEN);
  });

  it('restores nothing under a running server, touching nothing', async () => {
    const { server, owner, run, folder, place } = await aServer();
    await owner.push(aSighting());
    const saved = join(folder, 'saved');
    expect((await run('backup', '--to', saved)).code).toBe(0);
    const force = store === 'postgres' ? ['--force'] : [];
    const { code, err } = await run('restore', '--from', saved, ...force);
    expect([code, err]).toMatchObject([1, expect.stringMatching(/Hearback server is using/)]);
    expect((await owner.ask('GET', '/v1/me')).status).toBe(200);
    await server.kill();
    expect(await run('restore', '--from', saved, ...force)).toMatchObject({ code: 0, err: '' });
    const again = await spawnServer(place);
    onTestFinished(() => again.kill());
    const back = toDevice(again.origin, owner.joined);
    expect((await back.ask('GET', '/v1/me')).body).toMatchObject({ lastMid: 1 });
  });

  it.runIf(store === 'sqlite')(
    'lets no second server in, and the next one after a kill',
    async () => {
      const { server, owner, run, place } = await aServer();
      await owner.push(aSighting());
      const second = await run('start', '--port', '0');
      expect([second.code, second.err]).toMatchObject([
        1,
        expect.stringContaining('Another Hearback'),
      ]);
      expect((await owner.ask('GET', '/v1/me')).status).toBe(200);
      await server.kill();
      const next = await spawnServer(place);
      onTestFinished(() => next.kill());
      const { rows } = await toDevice(next.origin, owner.joined, owner.mid).snapshot();
      expect(rows.map(({ id }) => id)).toContain('x:1');
    },
  );
});
