import type { Handlers } from '#utils/messages/receive.ts';
import type { Services } from '../services.ts';
import { needTeam, withWords } from './team-words.ts';

type ShareHandlers = Pick<Handlers, 'share.list' | 'share.create' | 'share.end'>;

/** Links by which people outside the team read a collection; the server's to make and to end. */
export function createShareHandlers({ engine }: Pick<Services, 'engine'>): ShareHandlers {
  return {
    async 'share.list'() {
      const client = await engine.client();
      return client ? withWords(client.shares()) : [];
    },
    async 'share.create'(request) {
      const { link } = await withWords((await needTeam(engine)).share(request));
      return { link };
    },
    async 'share.end'({ id }) {
      await withWords((await needTeam(engine)).endShare(id));
      return null;
    },
  };
}
