import { adoptAccount } from '#utils/db/account.ts';
import { loadMeta, loadSyncState, wipeTeamData } from '#utils/db/meta.ts';
import { toTroubleKind } from '#utils/db/trouble.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { logError } from '#utils/platform/log.ts';
import { loadSettings, saveSettings } from '#utils/settings/store.ts';
import { parseInviteLink } from '#utils/sync/invite-link.ts';
import { joinTeam } from '#utils/sync/team-client.ts';
import { toDeviceName } from '#utils/text/device-name.ts';
import type { Services } from '../services.ts';
import { forgetPages } from '../forget-pages.ts';
import { applySites } from '../sites.ts';
import { needTeam, withWords } from './team-words.ts';

type TeamHandlers = Pick<
  Handlers,
  'team.state' | 'team.join' | 'team.leave' | 'team.invite' | 'member.update'
>;

const BAD_LINK =
  'This is not an invite link. It looks like https://team.example/join#… and comes from your team lead.';

/** Joining, leaving, and how things stand with the team. */
export function createTeamHandlers(services: Services): TeamHandlers {
  const { db, engine } = services;
  return {
    async 'team.state'() {
      const account = await loadMeta(db, 'account');
      const me = account ? await db.members.get(account.memberId) : undefined;
      const sync = await loadSyncState(db);
      return {
        connection: await engine.connection(),
        team: account?.team ?? null,
        me: me?.body ?? null,
        server: account?.server ?? null,
        trouble: sync.trouble,
        troubleKind: toTroubleKind(sync),
        presence: account
          ? engine.presence.all().filter((hint) => hint.memberId !== account.memberId)
          : [],
      };
    },

    async 'team.join'({ link, name }) {
      const parsed = parseInviteLink(link);
      if (!parsed) throw new MessageError('bad_link', BAD_LINK);
      const known = await loadMeta(db, 'account');
      const kind = toTroubleKind(await loadSyncState(db));
      if (known && kind !== 'signedOut' && kind !== 'removed') {
        throw new MessageError(
          'joined',
          `This browser belongs to ${known.team.name}. Leave that team first, then use the link.`,
        );
      }
      const joined = await withWords(
        joinTeam((url, init) => fetch(url, init), parsed.server, {
          invite: parsed.invite,
          name,
          device: toDeviceName(navigator.userAgent).slice(0, 120),
        }),
      );
      const { token, deviceId, team, epoch, member } = joined;
      const account = { server: parsed.server, token, deviceId, memberId: member.id, team, epoch };
      await engine.aside(() => adoptAccount(db, account, member));
      const settings = await loadSettings();
      if (!settings.origins.includes(parsed.server)) {
        await saveSettings({ ...settings, origins: [...settings.origins, parsed.server] });
      }
      await applySites();
      await engine.sync();
      engine.connect();
      services.news.spreadRules();
      return { team, me: member };
    },

    async 'team.leave'() {
      const client = await engine.client();
      engine.disconnect();
      await engine.aside(async () => {
        // The server may be away; leaving must work all the same.
        await client?.leave().catch(() => null);
        await wipeTeamData(db);
      });
      // Else what the browser deletes after this would be told as the loss of a team.
      await services.databaseWatch
        .note()
        .catch((error: unknown) => logError('no sentinel after leaving', error));
      // A page may have asked for the line again meanwhile.
      engine.disconnect();
      services.news.spreadRules();
      await forgetPages();
      return null;
    },

    async 'team.invite'({ role }) {
      const client = await needTeam(engine);
      return withWords(client.invite({ role }));
    },

    async 'member.update'({ id, name, handles }) {
      await services.record([{ kind: 'member.update', args: { id, name, handles } }]);
      return null;
    },
  };
}
