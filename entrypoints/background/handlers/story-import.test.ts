import { expect, test } from 'vitest';
import { aStory } from '#tests/support/builders.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import type { Services } from '../services.ts';
import { createStoryHandlers } from './stories.ts';

test('stories of a file are saved with their permission; those that are known keep theirs', async () => {
  const told: Mutation[] = [];
  const services = {
    db: { stories: { where: () => ({ anyOf: () => ({ primaryKeys: async () => ['x:2'] }) }) } },
    record: async (facts: Mutation[]) => void told.push(...facts),
  } as unknown as Services;
  const step = { state: 'granted', evidence: { text: 'Sure', permalink: null } } as const;
  const one = (id: string) => {
    const { savedBy: _by, savedAt: _at, ...save } = aStory({ id, permission: 'granted' });
    return { save, steps: [step] };
  };
  const importing = createStoryHandlers(services)['story.import'];
  await importing({ stories: [one('1'), one('2')] }, { kind: 'page' } as never);
  expect(told.map(({ kind, args }) => `${kind} ${args.id}`)).toEqual([
    'story.save x:1',
    'story.consent x:1',
    'story.save x:2',
  ]);
  expect(told[1]?.args).toEqual({ id: 'x:1', ...step });
});
