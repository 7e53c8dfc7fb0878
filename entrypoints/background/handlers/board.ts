import type { Handlers } from '#utils/messages/receive.ts';
import { ROUTING_ID } from '#utils/model/routing.ts';
import { needLead } from '../need-lead.ts';
import type { Services } from '../services.ts';

type BoardHandlers = Pick<
  Handlers,
  | 'queue.route'
  | 'queue.snooze'
  | 'queue.close'
  | 'desk.save'
  | 'desk.remove'
  | 'routing.save'
  | 'partner.save'
  | 'partner.remove'
  | 'view.save'
  | 'view.remove'
>;

const LEADS_ONLY = 'Only a lead can change the team’s desks. Ask one.';

/** Acts on many threads of the queue at once, and the views of it that the team keeps. */
export function createBoardHandlers(
  services: Pick<Services, 'record' | 'db' | 'engine'>,
): BoardHandlers {
  const { record } = services;
  return {
    async 'queue.route'({ changes }) {
      await record(changes.map((args) => ({ kind: 'thread.route' as const, args })));
      return null;
    },
    async 'queue.snooze'({ changes }) {
      await record(changes.map((args) => ({ kind: 'thread.snooze' as const, args })));
      return null;
    },
    async 'queue.close'({ changes }) {
      await record(changes.map((args) => ({ kind: 'thread.setOutcome' as const, args })));
      return null;
    },
    async 'desk.save'(desk) {
      await needLead(services, LEADS_ONLY);
      await record([{ kind: 'desk.save', args: desk }]);
      return null;
    },
    async 'desk.remove'({ id }) {
      await needLead(services, LEADS_ONLY);
      await record([{ kind: 'desk.remove', args: { id } }]);
      return null;
    },
    async 'routing.save'({ rules }) {
      await needLead(services, 'Only a lead can change the team’s rules. Ask one.');
      await record([{ kind: 'routing.save', args: { id: ROUTING_ID, rules } }]);
      return null;
    },
    async 'partner.save'(partner) {
      await record([{ kind: 'partner.save', args: partner }]);
      return null;
    },
    async 'partner.remove'({ id }) {
      await record([{ kind: 'partner.remove', args: { id } }]);
      return null;
    },
    async 'view.save'(view) {
      await record([{ kind: 'view.save', args: view }]);
      return null;
    },
    async 'view.remove'({ id }) {
      await record([{ kind: 'view.remove', args: { id } }]);
      return null;
    },
  };
}
