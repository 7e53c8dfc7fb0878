import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from './listen.ts';
import { silentLogger } from './log.ts';

const aDataFile = () => join(mkdtempSync(join(tmpdir(), 'hearback-')), 'team.sqlite');

test('listens and names the public address in links when it stands behind a proxy', async () => {
  const listening: string[] = [];
  const server = await startServer({
    port: 0,
    data: aDataFile(),
    log: silentLogger,
    publicUrl: 'https://team.example',
    onListening: (url) => listening.push(url),
  });
  try {
    expect(server.url).toBe('https://team.example');
    expect(server.ownerLink).toMatch(/^https:\/\/team\.example\/join#/);
    const health = await fetch(`${listening[0]}/healthz`);
    expect(health.status).toBe(200);
  } finally {
    await server.close();
  }
});
