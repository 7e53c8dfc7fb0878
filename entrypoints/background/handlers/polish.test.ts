import { describe, expect, test } from 'vitest';
import { MessageError } from '#utils/messages/answer.ts';
import { noModel } from '#utils/model/polish-limits.ts';
import type { PolishRequest } from '#utils/model/polish.ts';
import { createTeamClient } from '#utils/sync/team-client.ts';
import type { Services } from '../services.ts';
import { createPolishHandlers } from './polish.ts';

const sender = { kind: 'page', tabId: null, origin: null } as const;
const request: PolishRequest = { task: 'shorten', drafts: ['Hello.'], post: { text: 'Hi.' } };
const status = { isOn: true, tokensADay: 100, tokensLeft: 40, resetsAt: 1 };

/** The handlers of a browser whose team's server answers so; `null`: without a team. */
function handlersFor(answer: (() => Response | Promise<Response>) | null) {
  const asked: string[] = [];
  const client = answer
    ? createTeamClient(
        async (url, { method, body }) => {
          asked.push(`${method} ${url} ${body ?? ''}`);
          return answer();
        },
        'https://team.example',
        'token',
      )
    : null;
  const engine = { client: async () => client } as unknown as Services['engine'];
  return { asked, handlers: createPolishHandlers({ engine }) };
}
const says = (code: string, status: number) => () =>
  Response.json({ code, message: 'No.' }, { status });

describe('without a team', () => {
  test('there is no model, and nobody is asked', async () => {
    const { handlers, asked } = handlersFor(null);
    expect(await handlers['polish.status'](null, sender)).toEqual(noModel);
    expect(await handlers['polish.ask'](request, sender)).toMatchObject({ reason: 'off' });
    expect(asked).toEqual([]);
  });
});

test('the server’s word is passed on', async () => {
  const { handlers, asked } = handlersFor(() => Response.json(status));
  expect(await handlers['polish.status'](null, sender)).toEqual(status);
  const answer = { outcome: 'polished', text: 'Hi.', notes: ['numberLost'], status } as const;
  const other = handlersFor(() => Response.json(answer));
  expect(await other.handlers['polish.ask'](request, sender)).toEqual(answer);
  expect([...asked, ...other.asked]).toEqual([
    'GET https://team.example/v1/polish ',
    `POST https://team.example/v1/polish ${JSON.stringify(request)}`,
  ]);
});

test('a reason that only a newer server knows counts as away', async () => {
  const answer = { outcome: 'refused', reason: 'moonPhase', status };
  const { handlers } = handlersFor(() => Response.json(answer));
  expect(await handlers['polish.ask'](request, sender)).toMatchObject({ reason: 'away' });
});

test.each([
  ['not_found', 404, 'off'],
  ['too_many', 429, 'busy'],
  ['unavailable', 503, 'away'],
  ['too_large', 413, 'tooLong'],
])('a server that answers %s is a refusal', async (code, http, reason) => {
  const { handlers } = handlersFor(says(code, http));
  expect(await handlers['polish.ask'](request, sender)).toMatchObject({
    outcome: 'refused',
    reason,
  });
  expect(await handlers['polish.status'](null, sender)).toEqual(noModel);
});

test('a server that is away is told as such', async () => {
  const { handlers } = handlersFor(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await handlers['polish.ask'](request, sender)).toMatchObject({ reason: 'offline' });
  expect(await handlers['polish.status'](null, sender)).toEqual(noModel);
});

test('a browser that was signed out hears the server’s own words', async () => {
  const { handlers } = handlersFor(says('unauthorized', 401));
  await expect(handlers['polish.ask'](request, sender)).rejects.toThrow(MessageError);
});
