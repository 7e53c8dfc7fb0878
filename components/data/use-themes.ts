import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { toPlace, toSiteName } from '#components/thread/place.ts';
import type {
  ShownTheme,
  ThemeBy,
  ThemeDays,
  ThemesProps,
} from '#components/themes/themes-props.ts';
import { themeWords } from '#components/themes/theme-words.ts';
import { send } from '#utils/messages/send.ts';
import { openDb } from '#utils/db/open.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { now as readNow } from '#utils/platform/clock.ts';
import { logError } from '#utils/platform/log.ts';
import { findSpikes, toTopics } from '#utils/themes/spikes.ts';
import type { Spike } from '#utils/themes/spikes.ts';
import { toLinkedStories, toThemeMarkdown } from '#utils/themes/theme-issue.ts';
import type { Period, Theme } from '#utils/themes/theme.ts';
import { findThemesOf, StoppedError } from './find-themes-of.ts';
import type { FoundThemes } from './find-themes-of.ts';

import { toDayKey } from '#utils/text/day-key.ts';
import { saveFile } from './save-file.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useNow } from './use-now.ts';
import { toThemeMessage, useThemePlaces } from './theme-places.ts';
import { attempt, useTeamState } from './use-team-state.ts';

const DAY = 24 * 60 * 60_000;
const BARS = 14;
const TEXT_MAX = 600;

interface State {
  key: string;
  found: FoundThemes | null;
  trouble: string | null;
}

/** Everything that the themes show: found when they are shown, for another period, and on request. */
export function useThemes(): ThemesProps {
  const db = openDb();
  const { state: team } = useTeamState();
  const offset = team?.connection.clockOffset ?? 0;
  const now = useNow() + offset;
  const [days, setDays] = useState<ThemeDays>('28');
  const [by, setBy] = useState<ThemeBy>('themes');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const [progress, setProgress] = useState(0);
  const places = useThemePlaces(team?.me != null && team.me.role !== 'member');
  const [state, setState] = useState<State>({ key: '', found: null, trouble: null });
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const key = `${days} ${round}`;
  const period = useMemo(
    () => toPeriod(days, readNow() + offset),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another round is another moment
    [key, offset],
  );
  useEffect(() => {
    let isOver = false;
    setProgress(0);
    findThemesOf(openDb(), period, {
      onProgress: (done) => setProgress(Math.round(done * 100) / 100),
      isOver: () => isOver,
    })
      .then((found) => (isOver ? undefined : setState({ key, found, trouble: null })))
      .catch((error: unknown) => {
        if (isOver || error instanceof StoppedError) return;
        logError('themes could not be found', error);
        setState({ key, found: null, trouble: themeWords.failed });
      });
    return () => {
      isOver = true;
    };
  }, [key, period]);
  const found = state.key === key ? state.found : null;
  const brandNames = useMemo(
    () => Object.fromEntries((brands.value ?? []).map(({ id, body }) => [id, body.name])),
    [brands.value],
  );
  const shown = useMemo(
    () => (found === null ? null : toShown(found, { by, period, brandNames })),
    [found, by, period, brandNames],
  );
  const toMarkdown = ({ theme }: ShownTheme) =>
    toThemeMarkdown(theme, {
      during: `the ${themeWords.daysOf[days].toLowerCase()}`,
      postOf(id) {
        const post = found?.posts.get(id);
        return post && { ...post, site: toPlace(post) };
      },
      stories: found?.stories ?? [],
      brandName: (id) => brandNames[id],
    });
  return {
    now,
    days,
    by,
    onDays: setDays,
    onBy: setBy,
    shown,
    posts: found?.themes.posts ?? 0,
    rest: found?.themes.rest ?? 0,
    unread: found?.unread ?? 0,
    progress,
    trouble: state.key === key ? state.trouble : null,
    chosenId,
    onChoose: setChosenId,
    onAgain: useCallback(() => setRound((last) => last + 1), []),
    onCopy: (theme) => writeClipboard(toMarkdown(theme)),
    places,
    onSend: (shownTheme, id) =>
      attempt(() => send('webhook.send', { id, message: toThemeMessage(shownTheme) })),
    onSave: (theme) =>
      saveFile({
        name: `theme-${toDayKey(readNow())}.md`,
        type: 'text/markdown',
        text: toMarkdown(theme),
      }),
  };
}

function toPeriod(days: ThemeDays, now: number): Period {
  return { from: now - Number(days) * DAY, until: now };
}

function toShown(
  { themes, posts, stories, timeOf }: FoundThemes,
  {
    by,
    period,
    brandNames,
  }: { by: ThemeBy; period: Period; brandNames: Readonly<Record<string, string>> },
): ShownTheme[] {
  const all = by === 'tags' ? themes.tags : themes.themes;
  const options = { now: period.until, knownSince: period.from };
  const spikes = new Map<string, Spike>();
  // The first of a theme is its latest.
  for (const spike of findSpikes(toTopics(all, timeOf), options)) {
    if (!spikes.has(spike.topicId)) spikes.set(spike.topicId, spike);
  }
  return all.map((theme) => ({
    theme,
    examples: theme.examples.flatMap((id) => {
      const post = posts.get(id);
      if (!post) return [];
      return {
        id,
        handle: post.author.handle.replace(/^@/u, ''),
        place: toPlace(post),
        text: post.text.slice(0, TEXT_MAX),
        permalink: post.permalink,
        at: timeOf(id) ?? 0,
      };
    }),
    stories: toLinkedStories(theme, stories).map(({ id, post, permission }) => ({
      id,
      handle: post.author.handle.replace(/^@/u, ''),
      text: post.text.slice(0, TEXT_MAX),
      permission,
    })),
    bars: toBars(theme, timeOf, period),
    spike: spikes.get(theme.id) ?? null,
    shares: toShares(theme, brandNames),
  }));
}

function toBars(
  { ids }: Theme,
  timeOf: (id: string) => number | undefined,
  { from, until }: Period,
): number[] {
  const bars = Array.from({ length: BARS }, () => 0);
  for (const id of ids) {
    const at = timeOf(id);
    if (at === undefined) continue;
    const bar = Math.min(BARS - 1, Math.floor(((at - from) / (until - from)) * BARS));
    if (bar >= 0) bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}

/** Brands say something only where there are several. */
function toShares({ brands, sites }: Theme, brandNames: Readonly<Record<string, string>>) {
  const named = brands.map(({ id, count }) => ({ name: brandNames[id] ?? id, count }));
  const places = sites.map(({ id, count }) => ({ name: toSiteName(id), count }));
  return [...(named.length > 1 ? named : []), ...places].slice(0, 6);
}
