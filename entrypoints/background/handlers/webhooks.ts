import type { Handlers } from '#utils/messages/receive.ts';
import type { Services } from '../services.ts';
import { needTeam, withWords } from './team-words.ts';

type WebhookHandlers = Pick<
  Handlers,
  'webhook.list' | 'webhook.save' | 'webhook.remove' | 'webhook.test' | 'webhook.send'
>;

/** Addresses outside that the team's server tells of things; the server's to keep, leads only. */
export function createWebhookHandlers({ engine }: Pick<Services, 'engine'>): WebhookHandlers {
  return {
    async 'webhook.list'() {
      const client = await engine.client();
      return client ? withWords(client.webhooks()) : [];
    },
    async 'webhook.save'(save) {
      const { secret } = await withWords((await needTeam(engine)).saveWebhook(save));
      return { secret };
    },
    async 'webhook.remove'({ id }) {
      await withWords((await needTeam(engine)).removeWebhook(id));
      return null;
    },
    async 'webhook.test'({ id }) {
      await withWords((await needTeam(engine)).testWebhook(id));
      return null;
    },
    async 'webhook.send'(request) {
      await withWords((await needTeam(engine)).sendToWebhook(request));
      return null;
    },
  };
}
