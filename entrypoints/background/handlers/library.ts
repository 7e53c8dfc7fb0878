import type { Handlers } from '#utils/messages/receive.ts';
import { parseLibraryFile } from '#utils/replies/import-library.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { needLead } from '../need-lead.ts';
import type { Services } from '../services.ts';

type LibraryHandlers = Pick<
  Handlers,
  'library.save' | 'library.setState' | 'library.forgetUses' | 'library.remove' | 'library.import'
>;

const LEADS_ONLY = 'Only a lead can change what the library suggests. Ask one.';

/** The library, as people keep it. */
export function createLibraryHandlers(services: Services): LibraryHandlers {
  const { db, engine } = services;
  return {
    async 'library.save'(entry) {
      const { now } = await engine.context();
      const known = (await db.library.get(entry.id))?.body;
      // Where and when a reply was sent does not change with its words.
      const { lang, threadId, permalink, brandId } = known ?? {};
      const kept = {
        ...(lang && known?.text === entry.text ? { lang } : {}),
        ...(threadId ? { threadId } : {}),
        ...(permalink ? { permalink } : {}),
        ...(brandId ? { brandId } : {}),
      };
      const at = known?.kind === 'reply' ? known.at : now;
      await services.record([{ kind: 'library.save', args: { ...entry, ...kept, at } }]);
      return null;
    },

    async 'library.setState'({ id, state }) {
      await needLead(services, LEADS_ONLY);
      await services.record([{ kind: 'library.setState', args: { id, state } }]);
      return null;
    },

    async 'library.forgetUses'({ id }) {
      await needLead(services, LEADS_ONLY);
      const rows = id === null ? await db.library.toArray() : [await db.library.get(id)];
      const used = rows.flatMap((row) => (row?.body.uses ? [row.id] : []));
      await services.record(
        used.map((one): Mutation => ({ kind: 'library.forgetUses', args: { id: one } })),
      );
      return null;
    },

    async 'library.remove'({ id }) {
      await services.record([{ kind: 'library.remove', args: { id } }]);
      return null;
    },

    async 'library.import'({ fileName, text }) {
      const { entries, skipped } = parseLibraryFile(fileName, text);
      const { now } = await engine.context();
      const known = new Set(await db.library.toCollection().primaryKeys());
      const fresh = entries.filter((entry) => !known.has(entry.id));
      await services.record(
        fresh.map((entry): Mutation => ({ kind: 'library.save', args: { ...entry, at: now } })),
      );
      return { added: fresh.length, skipped };
    },
  };
}
