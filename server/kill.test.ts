import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aSighting } from './testing/builders.ts';
import { spawnServer } from './testing/spawn-server.ts';
import { joinAs, toDevice } from './testing/test-device.ts';
import type { TestDevice } from './testing/test-device.ts';

/** `HEARBACK_KILLS=200` for the long run of reliability.md F15. */
const KILLS = Number(process.env.HEARBACK_KILLS ?? 24);

it(
  'keeps every fact it said yes to, each once, over kills at any moment',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-kill-'));
    const data = join(folder, 'joined.sqlite');
    let running = await spawnServer({ data });
    onTestFinished(async () => {
      await running.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    const { joined } = await joinAs(running.ownerLink ?? '', 'Ada Example');
    const acked = new Set<number>();
    let mid = 0;

    for (let round = 0; round < KILLS; round += 1) {
      const device = toDevice(running.origin, joined, mid);
      // Any moment after the first answer: within a push, within a commit, between two.
      const delayMs = (round * 7) % 30;
      const onFirst = () => setTimeout(() => running.child.kill('SIGKILL'), delayMs);
      mid = await pushUntilKilled(device, acked, onFirst);
      await running.kill();
      running = await spawnServer({ data });
    }

    const device = toDevice(running.origin, joined, mid);
    await device.push(aSighting({ id: `m${mid + 1}` }));
    const { changes } = await device.pull();
    const seen = changes.filter(({ kind }) => kind === 'thread').map(({ id }) => id);
    expect(acked.size).toBeGreaterThanOrEqual(KILLS);
    expect(new Set(seen).size).toBe(seen.length);
    const missing = [...acked].filter((one) => !seen.includes(`x:m${one}`));
    expect(missing).toEqual([]);
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
  },
  30_000 + KILLS * 6_000,
);

/** Pushes one fact after the other until the server is gone; the last number that was answered. */
async function pushUntilKilled(
  device: TestDevice,
  acked: Set<number>,
  onFirst: () => void,
): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    const next = device.mid + 1;
    try {
      await device.push(aSighting({ id: `m${next}` }));
    } catch {
      return device.mid;
    }
    acked.add(next);
    if (answered === 0) onFirst();
  }
}
