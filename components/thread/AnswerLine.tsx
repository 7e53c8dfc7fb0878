import { ArrowRightLeft } from 'lucide-preact';
import { toAge, toClock } from '#components/ui/age.ts';
import type { Presence } from '#utils/model/thread.ts';
import type { ThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { toClaimHistory } from './claim-history.ts';
import { NamedLine } from './NamedLine.tsx';
import { StateIcon } from './StateIcon.tsx';
import { toAsOf, toReplyName } from './status-words.ts';
import { threadWords as words } from './words.ts';

export interface AnswerLineProps {
  view: ThreadView;
  status: ThreadStatus;
  now: number;
}

/** The line that must be read first: has anybody answered, has somebody got it, is somebody at it. */
export function AnswerLine({ view, status, now }: AnswerLineProps) {
  const { line, name } = toLine(view, status, now);
  const source = sources[status.level];
  const serverNow = now + view.connection.clockOffset;
  // The first line is the strongest hint already; the others follow, each with its age.
  const shown = status.level === 'presence' ? status.since : null;
  const hints = view.presence.filter((hint) => !isSaid(hint, status.state, shown));
  const history = toClaimHistory(view, now);
  return (
    <div class="answer-lines" role="status">
      <p class="answer-line" data-level={status.level} data-state={status.state}>
        <StateIcon state={status.state} />
        <NamedLine line={line} name={name} />
        {source === '' && shown === null ? null : (
          <span class="answer-source" aria-live="off">
            {shown === null ? source : words.since(toAge(serverNow - shown))}
          </span>
        )}
      </p>
      {history === null ? null : (
        <div class="answer-line claim-history" data-level="promise" data-state="history">
          <ArrowRightLeft size={14} strokeWidth={2} aria-hidden="true" />
          <ClaimLine line={history.line} name={history.name} />
          {history.note === '' ? null : (
            <p class="claim-note" dir="auto">
              {history.note}
            </p>
          )}
        </div>
      )}
      {hints.map((hint) => (
        <p
          class="answer-line"
          data-level="presence"
          data-state={hint.kind}
          key={`${hint.memberId} ${hint.kind}`}
        >
          <StateIcon state={hint.kind} />
          <NamedLine line={words[hint.kind]} name={view.names[hint.memberId] ?? words.someone} />
          <span class="answer-source" aria-live="off">
            {words.since(toAge(serverNow - hint.since))}
          </span>
        </p>
      ))}
    </div>
  );
}

const sources = { fact: words.fact, promise: words.promise, presence: '', none: '' };

/** A sentence that may take more than one line, the name in its own direction. */
function ClaimLine({ line, name }: { line: string; name: string }) {
  const [before = '', after] = line.split('{name}');
  return (
    <span class="grow">
      {before}
      {after === undefined ? null : <bdi>{name}</bdi>}
      {after}
    </span>
  );
}

function isSaid(hint: Presence, state: ThreadStatus['state'], since: number | null): boolean {
  return hint.kind === state && hint.since === since;
}

function toLine(view: ThreadView, status: ThreadStatus, now: number) {
  const serverNow = now + view.connection.clockOffset;
  switch (status.state) {
    case 'open': {
      const { state } = view.connection;
      const old = words.nobodyOld(toAsOf(view, now));
      return {
        line: { live: words.nobody, offline: old, alone: words.nobodyAlone }[state],
        name: '',
      };
    }
    case 'answered':
      return {
        line: words.answered(toAge(now - status.reply.at)),
        name: toReplyName(view, status.reply),
      };
    case 'doubled':
      return { line: words.doubled, name: '' };
    case 'mine':
      // Nobody can say whether a lead has taken it meanwhile.
      return view.connection.state === 'live'
        ? { line: words.mine(toClock(now + status.msLeft, now)), name: '' }
        : { line: words.mineOld(toAsOf(view, now)), name: '' };
    case 'theirs':
      return { line: words.theirs(toAge(serverNow - status.since)), name: status.by };
    case 'typing':
    case 'looking':
    case 'idle':
      return { line: words[status.state], name: status.by };
    case 'setAside':
      return { line: words.setAside(status.reason), name: '' };
    case 'unsure':
      return { line: words.unsure(status.reason), name: '' };
  }
}
