import { openStore } from '../listen.ts';
import { inviteFromConsole } from '../services/invites.ts';
import { insertTeam } from '../store/teams.ts';
import { joinAs } from './test-device.ts';
import type { TestDevice } from './test-device.ts';
import type { TestTeam } from './test-server.ts';

/** A lead of another team on the same server, whose every name is `name`. */
export async function addSecondTeam(beside: TestTeam, name: string): Promise<TestDevice> {
  const store = await openStore(beside, beside.clock);
  try {
    await insertTeam(store, { id: 'team-b', name, epoch: 'epoch-b' });
    const { link } = await inviteFromConsole(store, 'team-b', 'lead', beside.server.url);
    return await joinAs(link, name);
  } finally {
    await store.close();
  }
}
