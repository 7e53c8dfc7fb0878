import type { Handlers } from '#utils/messages/receive.ts';
import { noModel } from '#utils/model/polish-limits.ts';
import type { PolishRefusal, PolishResponse } from '#utils/model/polish.ts';
import { TeamError } from '#utils/sync/team-client.ts';
import type { Services } from '../services.ts';
import { withWords } from './team-words.ts';

type PolishHandlers = Pick<Handlers, 'polish.status' | 'polish.ask'>;

/** What of the server's own words is an answer here; the rest is told as it is. */
const refusals: Readonly<Record<string, PolishRefusal>> = {
  // A server from before there were models.
  not_found: 'off',
  offline: 'offline',
  too_many: 'busy',
  unavailable: 'away',
  too_large: 'tooLong',
};

const refuse = (reason: PolishRefusal): PolishResponse => ({
  outcome: 'refused',
  reason,
  status: noModel,
});

/** The team's model, if it has one. Without a team nobody is asked. */
export function createPolishHandlers({ engine }: Pick<Services, 'engine'>): PolishHandlers {
  return {
    async 'polish.status'() {
      const client = await engine.client();
      // Unknown is as good as none: what is offered and then refused helps nobody.
      return (await client?.polishStatus().catch(toNoModel)) ?? noModel;
    },

    async 'polish.ask'(request) {
      const client = await engine.client();
      if (!client) return refuse('off');
      try {
        return await client.polish(request);
      } catch (error) {
        const reason = error instanceof TeamError ? refusals[error.code] : undefined;
        if (reason === undefined) return withWords(Promise.reject(error as Error));
        return refuse(reason);
      }
    },
  };
}

function toNoModel(error: unknown): null {
  if (error instanceof TeamError) return null;
  throw error;
}
