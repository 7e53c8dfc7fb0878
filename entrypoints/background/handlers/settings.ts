import type { Handlers } from '#utils/messages/receive.ts';
import { loadSettings, saveSettings } from '#utils/settings/store.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { needLead } from '../need-lead.ts';
import type { Services } from '../services.ts';
import { applySites } from '../sites.ts';

type SettingsHandlers = Pick<
  Handlers,
  | 'settings.load'
  | 'settings.save'
  | 'brand.save'
  | 'brand.remove'
  | 'refused.list'
  | 'refused.dismiss'
>;

const factNames: Record<Mutation['kind'], string> = {
  'thread.see': 'A mention',
  'thread.setOutcome': 'Setting a thread aside',
  'thread.confirm': 'Confirming a mention',
  'thread.label': 'What a post is',
  'thread.followUp': 'What a customer wrote after an answer',
  'thread.route': 'Where a thread goes',
  'thread.snooze': 'Putting a thread off',
  'look.ask': 'Asking for a second look',
  'look.answer': 'A word on a draft',
  'look.end': 'Ending a second look',
  'reply.record': 'A reply',
  'story.save': 'A story',
  'story.edit': 'A change to a story',
  'story.consent': 'The permission for a story',
  'story.notice': 'What was seen of a story',
  'story.remove': 'Removing a story',
  'collection.save': 'A collection of stories',
  'collection.remove': 'Removing a collection of stories',
  'library.save': 'A library entry',
  'library.remove': 'Removing a library entry',
  'library.setState': 'Approving or retiring a library entry',
  'library.use': 'How a suggestion fared',
  'library.forgetUses': 'Forgetting how a library entry was used',
  'guide.save': 'The reply guide',
  'desk.save': 'A desk',
  'desk.remove': 'Removing a desk',
  'partner.save': 'A partner',
  'partner.remove': 'Removing a partner',
  'routing.save': 'The rules that route',
  'view.save': 'A view of the board',
  'view.remove': 'Removing a view of the board',
  'brand.save': 'A brand',
  'brand.remove': 'Removing a brand',
  'site.save': 'How a site is read',
  'site.remove': 'Going back to how Hearback reads a site',
  'member.update': 'A change to a teammate',
};

const EXCERPT = 60;

const LEADS_ONLY = 'Only a lead can change the team’s brands. Ask one.';

/** Which fact it was, with the beginning of its own words where it has some. */
function toWhat({ kind, args }: Mutation): string {
  const words = [
    'note' in args ? args.note : '',
    'text' in args ? args.text : '',
    'post' in args ? args.post.text : '',
    'name' in args ? args.name : '',
  ].find((one) => one !== '');
  if (!words) return factNames[kind];
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words;
  return `${factNames[kind]} (“${excerpt}”)`;
}

/** This browser's settings, the brands, and what the team refused. */
export function createSettingsHandlers(services: Services): SettingsHandlers {
  const { db } = services;
  return {
    'settings.load': loadSettings,

    async 'settings.save'(settings) {
      await saveSettings(settings);
      await applySites();
      services.news.spreadRules();
      return settings;
    },

    async 'brand.save'(brand) {
      await needLead(services, LEADS_ONLY);
      await services.record([{ kind: 'brand.save', args: brand }]);
      return null;
    },

    async 'brand.remove'({ id }) {
      await needLead(services, LEADS_ONLY);
      await services.record([{ kind: 'brand.remove', args: { id } }]);
      return null;
    },

    async 'refused.list'() {
      const rows = await db.refused.reverse().limit(50).toArray();
      return rows.flatMap(({ id, mutation, refusal }) =>
        id === undefined ? [] : [{ id, what: toWhat(mutation), why: refusal.message }],
      );
    },

    async 'refused.dismiss'({ id }) {
      await db.refused.delete(id);
      return null;
    },
  };
}
