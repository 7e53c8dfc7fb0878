/** A desk as somebody types it, and back: hours by weekday, holidays a line each, promises such as “2 h”. */
import type { Desk, Hours } from '#utils/model/desk.ts';
import { deskWords as words } from './desk-words.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export interface DeskEdit {
  id: string;
  name: string;
  timeZone: string;
  /** One line a weekday, such as `9:00–12:00, 13:00–17:00`; empty: nobody works. */
  days: Record<Weekday, string>;
  /** A day a line, `YYYY-MM-DD`; what stands behind it is a note to oneself and goes. */
  holidays: string;
  firstReply: string;
  nextReply: string;
}

export type DeskFaults = Partial<Record<Exclude<keyof DeskEdit, 'id' | 'days'>, string>> & {
  days?: Partial<Record<Weekday, string>>;
};

const HOLIDAYS_MAX = 400;
const SPANS_MAX = 4;
const TARGET_MAX = 100_000;

export function toDeskEdit(desk: Desk): DeskEdit {
  const { week } = desk.hours;
  const isAlways = week.length === 0;
  const lineOf = (day: Weekday) =>
    week
      .filter((one) => one.day === day)
      .map(({ from, to }) => `${toTime(from)}–${toTime(to)}`)
      .join(', ');
  return {
    id: desk.id,
    name: desk.name,
    timeZone: desk.hours.timeZone,
    days: Object.fromEntries(
      weekdays.map((day) => [day, isAlways ? '0:00–24:00' : lineOf(day)]),
    ) as Record<Weekday, string>,
    holidays: desk.hours.holidays.join('\n'),
    firstReply: toSpanWords(desk.firstReply),
    nextReply: toSpanWords(desk.nextReply),
  };
}

/** A new desk: weekdays from nine to five, where the person is. */
export function toNewDesk(id: string, timeZone: string): DeskEdit {
  return {
    id,
    name: '',
    timeZone,
    days: { 1: NINE, 2: NINE, 3: NINE, 4: NINE, 5: NINE, 6: '', 7: '' },
    holidays: '',
    firstReply: '4 h',
    nextReply: '8 h',
  };
}

const NINE = '9:00–17:00';

/** Reads what was typed; what is wrong is told by field, with what to do. */
export function readDeskEdit(edit: DeskEdit): { desk: Desk } | { faults: DeskFaults } {
  const faults: DeskFaults = {};
  const name = edit.name.trim();
  if (name === '') faults.name = words.faults.name;
  const timeZone = edit.timeZone.trim();
  if (timeZone === '' || !isTimeZone(timeZone)) faults.timeZone = words.faults.timeZone;
  const week: Hours['week'] = [];
  const days: Partial<Record<Weekday, string>> = {};
  for (const day of weekdays) {
    const spans = readSpans(edit.days[day]);
    if (typeof spans === 'string') days[day] = spans;
    else week.push(...spans.map(([from, to]) => ({ day, from, to })));
  }
  if (Object.keys(days).length > 0) faults.days = days;
  // Empty would mean around the clock.
  else if (week.length === 0) faults.days = { 1: words.faults.noDay };
  const holidays = readHolidays(edit.holidays);
  if (typeof holidays === 'string') faults.holidays = holidays;
  const firstReply = readTarget(edit.firstReply);
  if (firstReply === 'fault') faults.firstReply = words.faults.target;
  const nextReply = readTarget(edit.nextReply);
  if (nextReply === 'fault') faults.nextReply = words.faults.target;
  const isSound = Object.keys(faults).length === 0;
  if (!isSound || typeof holidays === 'string') return { faults };
  if (firstReply === 'fault' || nextReply === 'fault') return { faults };
  const hours = { timeZone, week, holidays };
  return { desk: { id: edit.id, name, hours, firstReply, nextReply } };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const SPAN = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to|bis)\s*(\d{1,2})(?:[:.](\d{2}))?$/iu;

/** Spans of a line in order; in words what is wrong with it. */
function readSpans(line: string): [from: number, to: number][] | string {
  const parts = line.split(/[,;]/u).map((part) => part.trim());
  const told = parts.filter(Boolean);
  if (told.length > SPANS_MAX) return words.faults.spans;
  const spans: [number, number][] = [];
  for (const part of told) {
    const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = SPAN.exec(part) ?? [];
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    const isTime = Number(fromMinute) < 60 && Number(toMinute) < 60 && to <= 24 * 60;
    if (!isTime || Number.isNaN(from + to)) return words.faults.day(part);
    if (from >= to) return words.faults.order(part);
    spans.push([from, to]);
  }
  return spans.sort(([one], [other]) => one - other);
}

function readHolidays(text: string): string[] | string {
  const days: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [day = ''] = line.split(/[\s,;]/u);
    const at = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? new Date(`${day}T00:00Z`) : null;
    // 30 February is read as a day in March.
    if (!at || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) {
      return words.faults.holiday(line.slice(0, 40));
    }
    days.push(day);
  }
  const all = [...new Set(days)].sort();
  return all.length > HOLIDAYS_MAX ? words.faults.holidays : all;
}

const UNITS: Record<string, number> = { m: 1, min: 1, minutes: 1, h: 60, hours: 60, hour: 60 };

/** Minutes; null where nothing is promised. */
function readTarget(text: string): number | null | 'fault' {
  const told = text.trim().toLowerCase();
  if (told === '') return null;
  const [, number = '', unit = 'min'] = /^(\d{1,6}(?:[.,]\d{1,2})?)\s*([a-z]*)$/u.exec(told) ?? [];
  const factor = UNITS[unit === '' ? 'min' : unit];
  const minutes = Math.round(Number(number.replace(',', '.')) * (factor ?? Number.NaN));
  return minutes >= 1 && minutes <= TARGET_MAX ? minutes : 'fault';
}

/** Minutes as they are typed; nothing for no promise. */
export function toSpanWords(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}

function toTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
