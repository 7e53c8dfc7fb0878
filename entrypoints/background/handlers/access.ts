import { loadMeta } from '#utils/db/meta.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import type { TeamClient } from '#utils/sync/team-client.ts';
import type { Services } from '../services.ts';
import { needTeam, withWords } from './team-words.ts';

type AccessHandlers = Pick<
  Handlers,
  | 'device.list'
  | 'device.revoke'
  | 'device.invite'
  | 'member.setRole'
  | 'member.remove'
  | 'audit.list'
  | 'retention.load'
  | 'retention.save'
  | 'team.erase'
>;

/** Who may do what: browsers, roles, the audit log, retention, erasure. All of it is decided by the server. */
export function createAccessHandlers({ db, engine }: Services): AccessHandlers {
  const ask = async <T>(call: (team: TeamClient) => Promise<T>): Promise<T> =>
    withWords(call(await needTeam(engine)));

  /** What a call has changed comes back as records: fetched before the person looks again. */
  const change = async <T>(call: (team: TeamClient) => Promise<T>): Promise<T> => {
    const answer = await ask(call);
    await engine.sync();
    return answer;
  };

  return {
    async 'device.list'() {
      const devices = await ask((team) => team.devices());
      return { devices, own: (await loadMeta(db, 'account'))?.deviceId ?? '' };
    },
    async 'device.revoke'({ deviceId }) {
      await change((team) => team.revokeDevice(deviceId));
      return null;
    },
    'device.invite': ({ memberId }) => ask((team) => team.invite({ memberId })),
    async 'member.setRole'({ memberId, role }) {
      await change((team) => team.setRole(memberId, role));
      return null;
    },
    async 'member.remove'({ memberId }) {
      await change((team) => team.removeMember(memberId));
      return null;
    },
    'audit.list': ({ before }) => ask((team) => team.audit(before)),
    async 'retention.load'() {
      const { retentionDays } = await ask((team) => team.me());
      return { retentionDays };
    },
    async 'retention.save'({ retentionDays }) {
      await change((team) => team.setRetention(retentionDays));
      return null;
    },
    async 'team.erase'({ what }) {
      return { erased: await change((team) => team.erase(what)) };
    },
  };
}
