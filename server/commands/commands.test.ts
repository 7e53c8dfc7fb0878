import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aSighting } from '../testing/builders.ts';
import { ask, joinAs } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { runCli, startByCli } from '../testing/test-cli.ts';
import type { CliServer } from '../testing/test-cli.ts';
import { commands } from './registry.ts';

// Each command is a process of its own, and they start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'hearback-cli-'));
const data = join(folder, 'team.sqlite');

let server: CliServer;
let owner: TestDevice;
beforeAll(async () => {
  server = await startByCli({ data });
  owner = await joinAs(server.ownerLink ?? '', 'Ada Example');
});
afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => runCli([...args, '--data', data]);
const inviteBy = async (...args: string[]) => {
  const { out } = await run('invite', ...args, '--port', new URL(server.origin).port);
  return out.trim();
};

describe('help', () => {
  it('lists every command', async () => {
    const { code, out } = await runCli([]);
    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(out).toContain(`  ${name}`);
  });

  it('tells of a command what it takes, however it is asked', async () => {
    const answers = [await runCli(['help', 'backup']), await runCli(['backup', '--help'])];
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(answers[0]?.out).toBe(answers[1]?.out);
    expect(answers[0]?.out).toContain('--to FILE');
  });

  it.each(Object.entries(commands))('of %s names each of its options', (_, { help, options }) => {
    for (const name of Object.keys(options)) expect(help).toContain(`--${name} `);
  });

  it.each([
    [['nonsense'], 'There is no command nonsense.'],
    [['invite', '--bogus'], 'Run node server/main.ts invite --help'],
    [['backup', 'there'], 'backup does not know the word there.'],
    [['backup'], '--to is missing'],
    [['start', '--port', 'x'], 'x is not a port.'],
    [['invite', '--role', 'owner'], '--role is lead or member.'],
    [['members', 'promote', 'Ada'], 'Usage: members'],
  ])('answers %j with words, without a stack', async (args, words) => {
    const { code, err } = await runCli([...args, '--data', data].filter(Boolean));
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });
});

it('takes a proxy’s header only as far as it is told to', async () => {
  const { code, err } = await runCli(['start', '--data', join(folder, 'x.sqlite')], {
    HEARBACK_TRUST_PROXY: 'yes',
  });
  expect([code, err]).toEqual([1, 'HEARBACK_TRUST_PROXY is yes. Give a whole number.\n']);
});

it('invites somebody new beside a running server', async () => {
  const device = await joinAs(await inviteBy('--role', 'lead'), 'Ben Example');
  expect(device.joined.member.role).toBe('lead');
});

it('lets somebody who lost all devices in again as themselves', async () => {
  const second = await joinAs(await inviteBy('--member', 'ada example'), 'Whoever');
  expect(second.joined.member).toEqual(owner.joined.member);
});

it('lists members with role, devices, age', async () => {
  const device = await joinAs(await inviteBy(), 'Lin\u001b[2J Example');
  const { out } = await run('members');
  expect(out).toContain('My team');
  expect(out).toContain(`${owner.joined.member.id}  owner   Ada Example`);
  expect(out).toContain(`${device.joined.deviceId}  Test browser, here now`);
  expect(out).not.toContain('\u001b');
});

it('changes a role, which the server heeds at once', async () => {
  const device = await joinAs(await inviteBy(), 'Mo Example');
  const { code } = await run('members', 'role', 'Mo Example', 'lead');
  expect(code).toBe(0);
  expect((await device.ask('GET', '/v1/audit')).status).toBe(200);
});

it('removes somebody, whom the server lets in no more', async () => {
  const device = await joinAs(await inviteBy(), 'Nia Example');
  const { out, err } = await run('members', 'remove', device.joined.member.id);
  expect(err).toBe('');
  expect(out).toContain('Removed');
  expect((await device.ask('GET', '/v1/me')).status).toBe(401);
});

it('keeps the last owner', async () => {
  const { code, err } = await run('members', 'remove', owner.joined.member.id);
  expect([code, err]).toEqual([
    1,
    'A team needs an owner. Make somebody else an owner first, then try again.\n',
  ]);
});

it('asks which of two people of one name is meant', async () => {
  for (let n = 0; n < 2; n += 1) await joinAs(await inviteBy(), 'Twin Example');
  const { code, err } = await run('members', 'remove', 'Twin Example');
  expect([code, err]).toMatchObject([1, expect.stringContaining('2 members are called')]);
});

it('offers no owner link again once somebody has joined', async () => {
  const other = join(folder, 'once.sqlite');
  const first = await startByCli({ data: other });
  await joinAs(first.ownerLink ?? '', 'Ada Example');
  const used = await ask(first.origin, 'POST', '/v1/join', {
    body: { invite: new URL(first.ownerLink ?? '').hash.slice(1), name: 'Eve', device: '' },
  });
  expect(used.status).toBe(409);
  await first.end();
  const second = await startByCli({ data: other });
  expect(second.ownerLink).toBeNull();
  await second.end();
});

it('erases a post for good, beside a running server', async () => {
  await owner.push(aSighting({ id: '77', text: 'words-to-erase' }));
  const { code, out } = await run('erase', '--post', 'x:77');
  expect([code, out]).toEqual([0, 'Erased 1 record.\n']);
  expect(JSON.stringify(await owner.snapshot())).not.toContain('words-to-erase');
  const unclear = await run('erase', '--post', 'x:77', '--site', 'x');
  expect([unclear.code, unclear.err]).toMatchObject([1, expect.stringContaining('Give either')]);
});
