/** Whose work the tasks of a page were, out of a DevTools trace. */

/** The parts of a trace event that are read here; times in µs. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** What of `dur` the thread really ran. */
  tdur?: number;
  id?: string;
  args?: {
    data?: {
      url?: string;
      startTime?: number;
      timeDeltas?: number[];
      cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
    };
  };
}

interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { url?: string };
}

/** One task of a page's main thread, ms. */
export interface Task {
  ms: number;
  oursMs: number;
}

type Span = [start: number, end: number];

/** Events that name the script they run or prepare. */
const SCRIPT_EVENTS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/**
 * The tasks of the threads on which a page made the mark `mark`. Ours in each: the time in which a function of a script
 * whose address begins with `origin` stood on the stack, or such a script was made ready; what other programs took from
 * the thread meanwhile is left out.
 */
export function readTasks(events: readonly TraceEvent[], mark: string, origin: string): Task[] {
  const threads = new Map<string, { pid: number; tid: number }>();
  for (const { name, pid, tid } of events)
    if (name === mark) threads.set(`${pid} ${tid}`, { pid, tid });
  return [...threads.values()].flatMap(({ pid, tid }) => {
    const here = events.filter((event) => event.pid === pid);
    const ours = unite([
      ...here.filter((one) => one.tid === tid && isOurs(one, origin)).map(toSpan),
      ...readSamples(here, tid, origin),
    ]);
    return here
      .filter((one) => one.tid === tid && one.name === 'RunTask' && one.ph === 'X')
      .map((one) => {
        const { dur = 0, tdur = dur } = one;
        const share = dur > 0 ? Math.min(1, tdur / dur) : 1;
        return { ms: dur / 1_000, oursMs: (overlap(toSpan(one), ours) * share) / 1_000 };
      });
  });
}

function isOurs({ name, ph, args }: TraceEvent, origin: string): boolean {
  return ph === 'X' && SCRIPT_EVENTS.has(name) && (args?.data?.url ?? '').startsWith(origin);
}

function toSpan({ ts, dur = 0 }: TraceEvent): Span {
  return [ts, ts + dur];
}

/** Each sample of the profiler counts until the next. */
function readSamples(events: readonly TraceEvent[], tid: number, origin: string): Span[] {
  const starts = events.filter((one) => one.name === 'Profile' && one.tid === tid);
  return starts.flatMap(({ id, args }) => {
    const chunks = events
      .filter((one) => one.name === 'ProfileChunk' && one.id === id)
      .toSorted((one, other) => one.ts - other.ts);
    const ours = findOurNodes(chunks, origin);
    const spans: Span[] = [];
    let at = args?.data?.startTime ?? 0;
    let wasOurs = false;
    for (const { args: told } of chunks) {
      const { cpuProfile, timeDeltas = [] } = told?.data ?? {};
      for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
        const next = at + (timeDeltas[index] ?? 0);
        if (wasOurs) spans.push([at, next]);
        wasOurs = ours.has(node);
        at = next;
      }
    }
    return spans;
  });
}

/** Nodes of the call tree that are ours or were called by ours. Parents come before their children. */
function findOurNodes(chunks: readonly TraceEvent[], origin: string): Set<number> {
  const ours = new Set<number>();
  for (const { args } of chunks) {
    for (const { id, parent, callFrame } of args?.data?.cpuProfile?.nodes ?? []) {
      const isCalled = parent !== undefined && ours.has(parent);
      if (isCalled || (callFrame.url ?? '').startsWith(origin)) ours.add(id);
    }
  }
  return ours;
}

/** The same time in spans that do not overlap, in order. */
function unite(spans: Span[]): Span[] {
  const united: Span[] = [];
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    const last = united.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else united.push([start, end]);
  }
  return united;
}

function overlap([start, end]: Span, spans: readonly Span[]): number {
  let total = 0;
  for (const [from, to] of spans) {
    if (from >= end) break;
    total += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return total;
}
