import type { Report, ReportsProps } from '#components/reports/reports-props.ts';
import { divide } from '#utils/reports/divide.ts';
import type { Division } from '#utils/reports/divide.ts';
import { toWholeTables } from '#utils/reports/tables.ts';
import { aPost, aReply, aThread, HOUR, NOW } from './samples.ts';

const DAY = 24 * HOUR;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const until = Date.parse(`${dayOf(NOW)}T00:00Z`) + DAY;
const period = { from: until - 30 * DAY, to: until };

/** A month of a made-up team, the same each time. */
const threads = Array.from({ length: 240 }, (_, nth) => {
  const seenAt = period.from + Math.floor(((nth * 7_919) % 2_400) * 0.29 * HOUR);
  const isAnswered = nth % 9 !== 0;
  const waited = ((nth * 37) % 300) * 60_000;
  const thread = aThread({
    id: `x:${nth}`,
    post: aPost({ id: `${nth}`, site: nth % 3 === 0 ? 'reddit' : 'x', time: null }),
    match: { ...aThread().match, brandId: nth % 4 === 0 ? 'bolt' : 'acme' },
    seenAt,
    outcome: nth % 5 === 0 ? 'settled' : nth % 11 === 0 ? 'setAside' : 'open',
    ...(nth % 5 === 0 ? { happiness: nth % 15 === 0 ? 'unhappy' : 'happy' } : {}),
    ...(nth % 2 === 0 ? { route: { deskId: 'support', by: 'ana', at: seenAt } } : {}),
  });
  const replies = isAnswered
    ? [
        aReply({ id: `x:r${nth}`, threadId: thread.id, memberId: 'ana', at: seenAt + waited }),
        ...(nth % 40 === 1
          ? [
              aReply({
                id: `x:s${nth}`,
                threadId: thread.id,
                memberId: 'ben',
                at: seenAt + waited + HOUR,
              }),
            ]
          : []),
      ]
    : [];
  return { thread, replies };
});

export function aReport(division: Division): Report {
  return {
    divided: divide(threads, period, division, { now: NOW, dayOf }),
    wholes: toWholeTables({
      sameness: { alike: 14, of: 190 },
      suggestions: { sent: 61, kept: 50.2, dismissed: 9 },
      suggestionsHere: { shown: 40, used: 22, edited: 8 },
      stories: { saved: 7, steps: { asked: 5, granted: 3, declined: 1, withdrawn: 0 } },
      workload: [
        { memberId: 'ana', threads: 131, replies: 140 },
        { memberId: 'ben', threads: 64, replies: 70 },
        { memberId: 'cem', threads: 18, replies: 19 },
      ],
    }),
    spikes: [],
    asOf: NOW,
  };
}

const emptyReport: Report = {
  divided: divide([], period, 'day', { now: NOW, dayOf }),
  wholes: toWholeTables({
    sameness: { alike: 0, of: 0 },
    suggestions: { sent: 0, kept: 0, dismissed: 0 },
    suggestionsHere: { shown: 0, used: 0, edited: 0 },
    stories: { saved: 0, steps: { asked: 0, granted: 0, declined: 0, withdrawn: 0 } },
    workload: [],
  }),
  spikes: [],
  asOf: NOW,
};

export { emptyReport };

export function reportsProps(over: Partial<ReportsProps> = {}): ReportsProps {
  return {
    now: NOW,
    kind: 'figures',
    onKind: () => undefined,
    choice: '30',
    dates: { from: dayOf(period.from), to: dayOf(NOW) },
    division: 'day',
    onChoice: () => undefined,
    onDates: () => undefined,
    onDivision: () => undefined,
    report: aReport(over.division ?? 'day'),
    read: 0,
    trouble: null,
    onAgain: () => undefined,
    names: {
      acme: 'Acme',
      bolt: 'Bolt',
      support: 'Support',
      x: 'X',
      reddit: 'Reddit',
      ana: 'Ana',
      ben: 'Ben',
    },
    onSaveTable: () => undefined,
    digest: {
      from: 'November 9, 2026',
      to: 'November 15, 2026',
      facts: [
        '120 mentions, 20 more than the week before. 90 % heard back (99 of 110, 10 set aside).',
        'Half of them waited 30 min or less for the first answer (the week before 42 min), nine of ten 20 h or less.',
        'One answer was enough for 75 % (60 of 80).',
      ],
      markdown: '',
      hasAfter: true,
    },
    onWeek: () => undefined,
    onCopyDigest: async () => true,
    onSaveDigest: () => undefined,
    ...over,
  };
}
