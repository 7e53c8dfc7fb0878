/** A week in sentences, as Markdown that can go anywhere: what happened, beside the week before. */
import { toMarkdown, toLine } from '#utils/text/escape.ts';
import type { Figures } from './figures.ts';
import type { StoryFigures } from './divide.ts';

export interface Week {
  figures: Figures;
  stories: StoryFigures;
}

export interface Digest {
  teamName: string;
  /** First and last day, as people write them. */
  from: string;
  to: string;
  week: Week;
  /** Null: nothing is known of the week before. */
  before: Week | null;
  /** What customers wrote about most, with how many posts. */
  themes: readonly { name: string; count: number }[];
}

const NAME_MAX = 80;
const THEMES_MAX = 5;
const MINUTE = 60_000;

/** The digest as Markdown; names are customers' and teammates' words, and stay words. */
export function toDigestMarkdown({ teamName, from, to, week, before, themes }: Digest): string {
  const name = toMarkdown(toLine(teamName, NAME_MAX));
  const facts = toDigestFacts(week, before).map((fact) => `- ${fact}`);
  const lines = [`# ${name}: ${from} – ${to}`, '', ...facts];
  const named = themes.slice(0, THEMES_MAX);
  if (named.length > 0) {
    lines.push('', '## What customers wrote about', '');
    for (const theme of named) {
      lines.push(`- ${toMarkdown(toLine(theme.name, NAME_MAX))}: ${count(theme.count, 'post')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A week in sentences, with the week before where that is known. Numbers and fixed words only. */
export function toDigestFacts({ figures, stories }: Week, before: Week | null): string[] {
  const old = before?.figures ?? null;
  return [
    `${count(figures.mentions, 'mention')}${beside(figures.mentions, old?.mentions)}. ${toAnswered(figures)}`,
    ...toWait(figures, old),
    ...toHandled(figures),
    ...toSettled(figures),
    ...(figures.doubled === 0
      ? []
      : [`${count(figures.doubled, 'thread')} answered by two of us.`]),
    ...toStories(stories),
  ];
}

function toAnswered({ mentions, answered, setAside }: Figures): string {
  const waited = mentions - setAside;
  if (waited <= 0) return 'Nobody waited for an answer.';
  const aside = setAside === 0 ? '' : `, ${setAside.toLocaleString('en')} set aside`;
  return `${toShare(answered, waited)} heard back (${answered.toLocaleString('en')} of ${waited.toLocaleString('en')}${aside}).`;
}

function toWait({ wait, foundLate }: Figures, old: Figures | null): string[] {
  if (wait === null) return [];
  const then = old?.wait ? ` (the week before ${toSpan(old.wait.median)})` : '';
  const late = foundLate === 0 ? '' : ` ${count(foundLate, 'post')} older than a week left out.`;
  return [
    `Half of them waited ${toSpan(wait.median)} or less for the first answer${then}, nine of ten ${toSpan(wait.p90)} or less.${late}`,
  ];
}

function toHandled({ handledInOne: { count: some, of } }: Figures): string[] {
  return of === 0 ? [] : [`One answer was enough for ${toShare(some, of)} (${some} of ${of}).`];
}

function toSettled({ settled: { happy, unhappy, none } }: Figures): string[] {
  const all = happy + unhappy + none;
  if (all === 0) return [];
  const [a, b, c] = [happy, unhappy, none].map((some) => some.toLocaleString('en'));
  return [`${count(all, 'thread')} settled: ${a} happy, ${b} unhappy, ${c} without a reaction.`];
}

function toStories({ saved, steps }: StoryFigures): string[] {
  const said = [
    saved === 0 ? null : `${count(saved, 'story', 'stories')} saved`,
    steps.granted === 0 ? null : `${count(steps.granted, 'permission')} granted`,
    steps.declined === 0 ? null : `${steps.declined} declined`,
    steps.withdrawn === 0 ? null : `${steps.withdrawn} withdrawn`,
  ].filter((part) => part !== null);
  return said.length === 0 ? [] : [`${said.join(', ')}.`];
}

function count(some: number, one: string, many = `${one}s`): string {
  return `${some.toLocaleString('en')} ${some === 1 ? one : many}`;
}

function toShare(some: number, of: number): string {
  return `${Math.round((100 * some) / of)} %`;
}

function beside(some: number, before: number | undefined): string {
  if (before === undefined) return '';
  if (some === before) return ', as many as the week before';
  const more = Math.abs(some - before).toLocaleString('en');
  return `, ${more} ${some > before ? 'more' : 'fewer'} than the week before`;
}

/** As people say it: minutes below two hours, hours below two days. */
function toSpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
