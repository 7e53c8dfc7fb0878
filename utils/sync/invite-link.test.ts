import { expect, test } from 'vitest';
import { parseInviteLink } from './invite-link.ts';

const SECRET = 'team.0123456789abcdef';

test('gives the server and the secret of a link', () => {
  expect(parseInviteLink(` https://team.example/join#${SECRET} `)).toEqual({
    server: 'https://team.example',
    invite: SECRET,
  });
});

test.each(['http://localhost:4747', 'http://127.0.0.1:4747'])(
  'takes %s unencrypted, because it is this machine',
  (server) => {
    expect(parseInviteLink(`${server}/join#${SECRET}`)?.server).toBe(server);
  },
);

test.each([
  ['an address without encryption', `http://team.example/join#${SECRET}`],
  ['a name that only begins as this machine', `http://localhost.evil.example/join#${SECRET}`],
  ['another scheme', `ftp://team.example/join#${SECRET}`],
  ['a script', `javascript:location="https://team.example/join#${SECRET}"`],
  ['another page', `https://team.example/#${SECRET}`],
  ['no secret', 'https://team.example/join'],
  ['words', 'ask Ada for the link'],
])('refuses %s', (_what, link) => {
  expect(parseInviteLink(link)).toBeNull();
});
