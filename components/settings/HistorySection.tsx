import { toAge, toTimestamp } from '#components/ui/age.ts';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { WebLink } from '#components/ui/WebLink.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { accessWords as words } from './access-words.ts';
import { auditWords, toAuditLine } from './audit-words.ts';
import type { HistorySectionProps } from './options-props.ts';

/** What was done in the team with access, claims and data, newest first. */
export function HistorySection(props: HistorySectionProps) {
  const saving = useAttempt(props.onSaveAll);
  const { now, entries, names, threads, trouble, isBusy } = props;
  return (
    <div class="stack">
      <p>{words.historyIntro}</p>
      {entries === null || entries.length === 0 ? null : (
        <div>
          <Button isBusy={saving.isBusy} onPress={() => void saving.run()}>
            {words.historyCsv}
          </Button>
        </div>
      )}
      <ErrorNote text={saving.refused} />
      <ErrorNote text={trouble}>
        <Button tone="quiet" isBusy={isBusy} onPress={props.onMore}>
          {words.again}
        </Button>
      </ErrorNote>
      {entries === null && trouble === null ? <Spinner /> : null}
      {entries?.length === 0 ? (
        <EmptyState title={words.historyNone} text={words.historyNoneText} />
      ) : null}
      <ul class="history">
        {entries?.map((entry) => {
          const thread = threads[entry.target];
          return (
            <li class="history-item" key={entry.id}>
              <span class="grow" dir="auto">
                {toAuditLine(entry, names)}
                {thread === undefined ? null : (
                  <>
                    {': '}
                    <WebLink href={thread.permalink}>
                      {auditWords.post(thread.author, thread.place)}
                    </WebLink>
                  </>
                )}
              </span>
              <time class="hint" title={toTimestamp(entry.at)}>
                {toAge(now - entry.at)}
              </time>
            </li>
          );
        })}
      </ul>
      {props.hasMore && trouble === null && entries !== null ? (
        <div>
          <Button isBusy={isBusy} onPress={props.onMore}>
            {words.older}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
