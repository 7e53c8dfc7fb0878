import { useEffect, useState } from 'preact/hooks';
import type { HistorySectionProps, HistoryThread } from '#components/settings/options-props.ts';
import { toPlace } from '#components/thread/place.ts';
import { openDb } from '#utils/db/open.ts';
import { auditWords, toAuditLine } from '#components/settings/audit-words.ts';
import { toCsv } from '#utils/reports/report-csv.ts';
import type { AuditEntry } from '#utils/model/access.ts';
import { send } from '#utils/messages/send.ts';
import { useLiveQuery } from './use-live-query.ts';
import { saveFile } from './save-file.ts';
import { attempt, toWords } from './use-team-state.ts';

/** A year of a busy team is less. */
const PAGES_MAX = 1_000;

interface Pages {
  entries: AuditEntry[] | null;
  /** For the page after these; null at the end. */
  next: string | null;
}

/** The audit log, read page by page from the server while `isShown`, and anew each time it is shown. */
export function useHistory(isShown: boolean, serverNow: number): HistorySectionProps {
  const db = openDb();
  const [pages, setPages] = useState<Pages>({ entries: null, next: null });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const load = async (before: string | null) => {
    setBusy(true);
    try {
      const page = await send('audit.list', { before });
      setPages((last) => ({
        entries: [...(before === null ? [] : (last.entries ?? [])), ...page.entries],
        next: page.next,
      }));
      setTrouble(null);
    } catch (error) {
      setTrouble(toWords(error));
    }
    setBusy(false);
  };
  useEffect(() => {
    if (isShown) void load(null);
  }, [isShown]);

  const targets = pages.entries?.map(({ target }) => target) ?? [];
  const known = useLiveQuery(async () => {
    const [members, threads] = await Promise.all([
      db.members.toArray(),
      db.threads.bulkGet([...new Set(targets)]),
    ]);
    return {
      names: Object.fromEntries(members.map(({ id, body }) => [id, body.name])),
      threads: Object.fromEntries(
        threads
          .filter((row) => row !== undefined)
          .map(({ id, body }): [string, HistoryThread] => [
            id,
            {
              author: body.post.author.handle,
              place: toPlace(body.post),
              permalink: body.post.permalink,
            },
          ]),
      ),
    };
  }, [targets.join(' ')]);

  return {
    now: serverNow,
    entries: pages.entries,
    names: known.value?.names ?? {},
    threads: known.value?.threads ?? {},
    hasMore: pages.next !== null,
    isBusy,
    trouble,
    onMore: () => void load(pages.next),
    onSaveAll: () => attempt(() => saveHistory(known.value?.names ?? {})),
  };
}

/** All pages as a file for spreadsheets, the newest first. */
async function saveHistory(names: Readonly<Record<string, string>>): Promise<void> {
  const rows: string[][] = [['time', 'who', 'what', 'in words', 'of']];
  let before: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { entries, next }: { entries: AuditEntry[]; next: string | null } = await send(
      'audit.list',
      { before },
    );
    for (const entry of entries) {
      const { at, memberId, action, target } = entry;
      const who = memberId === null ? auditWords.server : (names[memberId] ?? memberId);
      rows.push([new Date(at).toISOString(), who, action, toAuditLine(entry, names), target]);
    }
    if (next === null) break;
    before = next;
  }
  saveFile({ name: 'hearback-history.csv', type: 'text/csv', text: toCsv(rows) });
}
