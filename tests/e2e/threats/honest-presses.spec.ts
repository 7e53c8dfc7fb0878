/**
 * T9, the other side: on saved real pages, and on our own, no honest press is refused. A person turns the wheel until a Claim stands
 * before them, moves the pointer there, and presses after a moment.
 */
import type { Page } from '@playwright/test';
import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import type { SeenChip } from '#scripts/drive/chips.ts';
import { runOn, textOf, walk, withSession } from '#scripts/drive/closed-roots.ts';
import { findCorpus, loadCorpusPages } from '#tests/sites/corpus/corpus.ts';
import type { CorpusPage } from '#tests/sites/corpus/corpus.ts';
import { loadAccepted, loadSavedPages } from '#tests/sites/support/saved-pages.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from '../fixtures.ts';
import { openSaved, pickWord } from '../saved-page.ts';

const corpus = findCorpus();
const sites = ['x', 'reddit', 'bluesky', 'hackernews'] as const;

interface Place {
  x: number;
  y: number;
}

/** Nobody presses a button that something lies across: they turn the wheel on until it stands free. */
const LOOK = `function () {
  const { x, y, width, height } = this.getBoundingClientRect();
  const host = this.getRootNode().host;
  const isOurs = (top) => top === host || host.getRootNode().host === top;
  const isFree = [0.05, 0.5, 0.95].every((right) => [0.05, 0.5, 0.95].every((down) =>
    isOurs(document.elementFromPoint(x + width * right, y + height * down))));
  return { x: x + width / 2, y: y + height / 2, height: innerHeight, isFree };
}`;

/** Turns the wheel until a chip's Claim stands in the window; null when the page, as saved, lets nobody get there. */
async function scrollToClaim(page: Page, chip: SeenChip): Promise<Place | null> {
  return withSession(page, async (session) => {
    const button = [...walk(chip.node)].find(
      (node) => node.nodeName === 'BUTTON' && textOf(node).trim() === 'Claim',
    );
    if (!button) return null;
    for (let turn = 0; turn < 80; turn += 1) {
      const seen = await runOn<Place & { height: number; isFree: boolean }>(session, button, LOOK);
      const { x, y, height, isFree } = seen;
      if (y > height * 0.15 && y < height * 0.85 && isFree) return { x, y };
      const isNear = Math.abs(y - height / 2) < 100;
      await page.mouse.wheel(0, isNear ? 100 : Math.max(-500, Math.min(500, y - height / 2)));
      // A hand's own pace at the wheel; where the button stands by then is read anew in each turn.
      await page.waitForTimeout(40);
    }
    return null;
  });
}

/** The chips of a page when no more come: they are drawn a few at a time, and the first may be out of reach. */
async function readAllChips(page: Page): Promise<SeenChip[]> {
  let seen = await readChips(page);
  for (let looks = 0; looks < 20; looks += 1) {
    await page.waitForTimeout(100);
    const before = seen.length;
    seen = await readChips(page);
    if (seen.length === before) break;
  }
  return seen;
}

/** Pages of our own that hold nothing to press: poisoned ones, and such as show a dialog only. */
const isPlain = ({ name, expected }: CorpusPage) =>
  !/poisoned|dialog/u.test(name) && expected.length > 0;

/** Our hand-cut pages of the same sites. */
function loadOwnPages(): CorpusPage[] {
  return loadSavedPages().flatMap(({ name, html, url }) => {
    const { site, posts } = loadAccepted(name) ?? { site: '', posts: [] };
    if (!(sites as readonly string[]).includes(site)) return [];
    const expected = posts.map(({ text, title }) => ({ text, title })) as CorpusPage['expected'];
    return [{ name: `our ${name}`, site, html, url, expected }];
  });
}

test('no honest press on saved real pages, and on our own, is refused', async ({ team }) => {
  test.skip(corpus === null, '../shared/pages is not here: saved real pages are not tried');
  test.setTimeout(600_000);
  const real = sites.flatMap((site) => loadCorpusPages(corpus ?? '', site));
  const pages = [...real, ...loadOwnPages().filter(isPlain)];
  const words = pages.flatMap((page) => {
    try {
      return [pickWord(page)];
    } catch {
      return [];
    }
  });
  const [name = '', ...names] = [...new Set(words)];
  const ana = await team.join('Ana', {
    brand: { name, names, handles: [], contextWords: [] },
    sites: sites.map((id) => ({
      label: new RegExp(`^Read ${siteFacts[id].name}$`),
      patterns: siteFacts[id].origins,
    })),
  });

  const told: Record<string, string> = {};
  for (const saved of pages) {
    const page = await openSaved(ana, saved);
    await page.mouse.move(640, 450);
    const isOpen = ({ state }: SeenChip) => state === 'open';
    const chips = await waitForChips(page, (all) => all.some(isOpen), 8_000)
      .then(() => readAllChips(page))
      .catch(() => []);
    told[saved.name] = 'no chip';
    for (const chip of chips.filter(isOpen).slice(0, 4)) {
      const place = await scrollToClaim(page, chip);
      told[saved.name] = 'out of reach';
      if (!place) continue;
      // The pauses are the person's own pace, which is what is tried here; nothing is waited for by them. Here: the
      // hand leaves the wheel.
      await page.waitForTimeout(250);
      const settled = await scrollToClaim(page, chip);
      if (!settled) continue;
      await page.mouse.move(settled.x, settled.y, { steps: 12 });
      // A look before the press: the guard measures since when the button has stood under the pointer.
      await page.waitForTimeout(200);
      await page.mouse.down();
      // As long as a finger stays down.
      await page.waitForTimeout(60);
      await page.mouse.up();
      const after = await waitForChips(
        page,
        (all) => all.some(({ state }) => state === 'mine'),
        5_000,
      )
        .then(() => 'counted')
        .catch(async () => (await readChips(page)).map(({ text }) => text).join(' | '));
      told[saved.name] = after;
      break;
    }
    await page.close();
  }

  const pressed = Object.entries(told).filter(
    ([, how]) => !/^(?:no chip|out of reach)$/u.test(how),
  );
  // The others hold nothing that could be found by a word, or cannot be scrolled without their styles.
  expect(pressed.length, JSON.stringify(told, null, 1)).toBeGreaterThanOrEqual(20);
  expect(pressed.filter(([, how]) => how !== 'counted')).toEqual([]);
});
