import type { Handlers } from '#utils/messages/receive.ts';
import { needLead } from '../need-lead.ts';
import type { Services } from '../services.ts';

type GuideHandlers = Pick<Handlers, 'guide.save'>;

const LEADS_ONLY = 'Only a lead can change how the team answers. Ask one.';

/** The team's reply guide. */
export function createGuideHandlers(
  services: Pick<Services, 'db' | 'engine' | 'record'>,
): GuideHandlers {
  return {
    async 'guide.save'(guide) {
      await needLead(services, LEADS_ONLY);
      await services.record([{ kind: 'guide.save', args: guide }]);
      return null;
    },
  };
}
