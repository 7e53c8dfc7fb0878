import {
  loadMeta,
  loadSyncState,
  changeSyncState,
  saveMeta,
  wipeTeamData,
} from '#utils/db/meta.ts';
import { renumberOutbox } from '#utils/db/outbox.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { browser } from '#utils/platform/browser.ts';
import { loadSettings, saveSettings } from '#utils/settings/store.ts';
import { parseInviteLink } from '#utils/sync/invite-link.ts';
import { TeamError, joinTeam } from '#utils/sync/team-client.ts';
import type { Services } from '../services.ts';
import { applySites } from '../sites.ts';

type TeamHandlers = Pick<
  Handlers,
  'team.state' | 'team.join' | 'team.leave' | 'team.invite' | 'member.update'
>;

const BAD_LINK =
  'This is not an invite link. It looks like https://team.example/join#… and comes from your team lead.';

/** Passes the server's own words on to people. */
async function withWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TeamError) throw new MessageError(error.code, error.message);
    throw error;
  }
}

/** Joining, leaving, and how things stand with the team. */
export function createTeamHandlers(services: Services): TeamHandlers {
  const { db, engine } = services;
  return {
    async 'team.state'() {
      const account = await loadMeta(db, 'account');
      const me = account ? await db.members.get(account.memberId) : undefined;
      const { trouble } = await loadSyncState(db);
      return {
        connection: await engine.connection(),
        team: account?.team ?? null,
        me: me?.body ?? null,
        server: account?.server ?? null,
        trouble,
        presence: account
          ? engine.presence.all().filter((hint) => hint.memberId !== account.memberId)
          : [],
      };
    },

    async 'team.join'({ link, name }) {
      const parsed = parseInviteLink(link);
      if (!parsed) throw new MessageError('bad_link', BAD_LINK);
      const known = await loadMeta(db, 'account');
      const { trouble } = await loadSyncState(db);
      if (known && trouble === null) {
        throw new MessageError(
          'joined',
          `This browser belongs to ${known.team.name}. Leave that team first, then use the link.`,
        );
      }
      const joined = await withWords(
        joinTeam((url, init) => fetch(url, init), parsed.server, {
          invite: parsed.invite,
          name,
          device: navigator.userAgent.slice(0, 120),
        }),
      );
      // Another person's or team's facts are never sent as one's own.
      if (known && (known.team.id !== joined.team.id || known.memberId !== joined.member.id)) {
        await wipeTeamData(db);
      }
      await saveMeta(db, 'account', {
        server: parsed.server,
        token: joined.token,
        deviceId: joined.deviceId,
        memberId: joined.member.id,
        team: joined.team,
        epoch: joined.epoch,
      });
      const { id } = joined.member;
      await db.members.put({ id, seq: 0, base: joined.member, body: joined.member });
      await changeSyncState(db, {
        cursor: { epoch: joined.epoch, seq: 0, mark: '' },
        trouble: null,
      });
      await renumberOutbox(db, 1);
      const settings = await loadSettings();
      if (!settings.origins.includes(parsed.server)) {
        await saveSettings({ ...settings, origins: [...settings.origins, parsed.server] });
      }
      await applySites();
      await engine.sync();
      engine.connect();
      return { team: joined.team, me: joined.member };
    },

    async 'team.leave'() {
      const client = await engine.client();
      engine.disconnect();
      // The server may be away; leaving must work all the same.
      await client?.leave().catch(() => null);
      await wipeTeamData(db);
      await browser.storage.session.clear();
      services.news.spread(null);
      return null;
    },

    async 'team.invite'({ role }) {
      const client = await engine.client();
      if (!client) throw new MessageError('alone', 'Join a team first.');
      return withWords(client.invite(role));
    },

    async 'member.update'({ id, name, handles }) {
      await services.record([{ kind: 'member.update', args: { id, name, handles } }]);
      return null;
    },
  };
}
