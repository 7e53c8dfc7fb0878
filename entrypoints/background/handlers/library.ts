import { readGuide } from '#utils/db/guide.ts';
import { addTags, planImport, toChange } from '#utils/library/plan-import.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { IMPORT_PART_MAX } from '#utils/model/library-import.ts';
import type { LibraryChange, LibraryEntry } from '#utils/model/library.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { parseLibraryFile } from '#utils/replies/import-library.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { readLanguage } from '#utils/triage/language.ts';
import { toLibraryFact } from '../library-fact.ts';
import { needLead } from '../need-lead.ts';
import type { Services } from '../services.ts';

type LibraryHandlers = Pick<
  Handlers,
  | 'library.save'
  | 'library.addReply'
  | 'library.setState'
  | 'library.setTags'
  | 'library.confirm'
  | 'library.forgetUses'
  | 'library.remove'
  | 'library.plan'
  | 'library.import'
  | 'library.undoImport'
>;

/** As many new texts, and as many changed ones, are shown before an import. */
const SAMPLES = 3;
const LEADS_ONLY = 'Only a lead can change what the library suggests. Ask one.';

/** The library, as people keep it. */
export function createLibraryHandlers(services: Services): LibraryHandlers {
  const { db, engine } = services;
  return {
    async 'library.save'(entry) {
      const { now } = await engine.context();
      const known = (await db.library.get(entry.id))?.body;
      // Where and when a reply was sent does not change with its words.
      const { threadId, permalink, brandId, confirmedAt } = known ?? {};
      const unsure = known?.text === entry.text ? known.lang : undefined;
      const lang = entry.lang ?? (await detectLanguage(entry.text)) ?? unsure;
      const kept = {
        ...(lang ? { lang } : {}),
        ...(confirmedAt ? { confirmedAt } : {}),
        ...(threadId ? { threadId } : {}),
        ...(permalink ? { permalink } : {}),
        ...(brandId ? { brandId } : {}),
      };
      const at = known?.kind === 'reply' ? known.at : now;
      await services.record([{ kind: 'library.save', args: { ...entry, ...kept, at } }]);
      return null;
    },

    async 'library.addReply'({ replyId }) {
      const reply = (await db.replies.get(replyId))?.body;
      const thread = reply && (await db.threads.get(reply.threadId))?.body;
      if (!reply || !thread || reply.text.trim() === '') {
        throw new MessageError('not_found', 'This answer is not on record any more.');
      }
      // It may be there, added from another browser.
      if (await db.library.get(replyId)) return null;
      const lang = await detectLanguage(reply.text);
      await services.record([toLibraryFact(reply, thread, lang)]);
      return null;
    },

    async 'library.setState'({ ids, state }) {
      await needLead(services, LEADS_ONLY);
      await services.record(
        ids.map((id): Mutation => ({ kind: 'library.setState', args: { id, state } })),
      );
      return null;
    },

    async 'library.setTags'({ ids, add, remove }) {
      const gone = new Set(remove);
      const rows = await db.library.bulkGet(ids);
      const changed = rows.flatMap((row): Mutation[] => {
        if (!row) return [];
        const { tags } = row.body;
        const next = addTags(
          tags.filter((tag) => !gone.has(tag)),
          add,
        );
        const isSame = next.join('\n') === tags.join('\n');
        return isSame ? [] : [toSave({ ...toChange(row.body), tags: next })];
      });
      await services.record(changed);
      return null;
    },

    async 'library.confirm'({ id }) {
      const entry = (await db.library.get(id))?.body;
      if (!entry) throw new MessageError('not_found', 'This text is not in the library any more.');
      const { now } = await engine.context();
      await services.record([toSave({ ...toChange(entry), confirmedAt: now })]);
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

    async 'library.remove'({ ids }) {
      await services.record(ids.map((id): Mutation => ({ kind: 'library.remove', args: { id } })));
      return null;
    },

    async 'library.plan'({ fileName, text }) {
      const { entries, skipped } = parseLibraryFile(fileName, text);
      const { fresh, changed, same, older } = planImport(entries, await loadAll(services));
      const samples = [
        ...fresh.slice(0, SAMPLES).map((now) => ({ was: null, now })),
        ...changed.slice(0, SAMPLES).map(({ was, now }) => ({ was: was.text, now })),
      ];
      return {
        fresh: fresh.length,
        same,
        older,
        changed: changed.length,
        samples: samples.map(({ was, now: { title, text: said } }) => ({
          ...(title ? { title } : {}),
          was,
          text: said,
        })),
        waits: await needsApproval(services),
        skipped,
      };
    },

    async 'library.import'({ fileName, text, kind, tags, takesChanges }) {
      const { entries } = parseLibraryFile(fileName, text);
      const plan = planImport(entries, await loadAll(services));
      const changed = takesChanges ? plan.changed : [];
      const { now: at } = await engine.context();
      const all = [
        ...plan.fresh.map((entry) => ({ was: null, now: { ...entry, kind, at } })),
        ...changed,
      ];
      const part = all.slice(0, IMPORT_PART_MAX);
      const saved = part.map(({ now }) => ({ ...now, tags: addTags(now.tags, tags) }));
      await services.record((await withLanguages(saved)).map(toSave));
      return {
        added: part.flatMap(({ was, now }) => (was === null ? [now.id] : [])),
        changed: part.flatMap(({ was }) => (was === null ? [] : [toChange(was)])),
        left: all.length - part.length,
      };
    },

    async 'library.undoImport'({ added, changed }) {
      await services.record([
        ...added.map((id): Mutation => ({ kind: 'library.remove', args: { id } })),
        ...changed.map(toSave),
      ]);
      return null;
    },
  };
}

/** Entries that say no language get the one that their words tell, if any. */
const withLanguages = (entries: readonly LibraryChange[]): Promise<LibraryChange[]> =>
  Promise.all(
    entries.map(async (entry) => {
      const lang =
        entry.lang ?? readLanguage(entry.text) ?? (await detectLanguage(entry.text)) ?? null;
      return lang === null ? entry : { ...entry, lang };
    }),
  );

const toSave = (args: LibraryChange): Mutation => ({ kind: 'library.save', args });

async function loadAll({ db }: Services): Promise<LibraryEntry[]> {
  return (await db.library.toArray()).map(({ body }) => body);
}

/** Whether what this person adds waits for a lead. */
async function needsApproval({ db, engine }: Services): Promise<boolean> {
  const { memberId } = await engine.context();
  const me = (await db.members.get(memberId))?.body;
  return me?.role === 'member' && (await readGuide(db)).approval === 'lead';
}
