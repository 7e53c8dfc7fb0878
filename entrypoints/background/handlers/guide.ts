import type { Handlers } from '#utils/messages/receive.ts';
import { readGuide } from '#utils/db/guide.ts';
import { needLead } from '../need-lead.ts';
import type { Services } from '../services.ts';

type GuideHandlers = Pick<Handlers, 'guide.save' | 'check.setOff'>;

const LEADS_ONLY = 'Only a lead can change how the team answers. Ask one.';
const CHECKS_LEADS_ONLY = 'Only a lead can switch a check off for the team. Ask one.';

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
    async 'check.setOff'({ check, isOff }) {
      await needLead(services, CHECKS_LEADS_ONLY);
      const { changedBy: _by, changedAt: _at, ...guide } = await readGuide(services.db);
      const others = guide.checksOff.filter((one) => one !== check);
      const checksOff = isOff ? [...others, check] : others;
      await services.record([{ kind: 'guide.save', args: { ...guide, checksOff } }]);
      return null;
    },
  };
}
