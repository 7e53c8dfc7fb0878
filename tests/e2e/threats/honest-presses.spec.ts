/**
 * T9, the other side: on saved real pages no honest press is refused. A person turns the wheel until a Claim stands
 * before them, moves the pointer there, and presses after a moment.
 */
import type { Page } from '@playwright/test';
import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import type { SeenChip } from '#scripts/drive/chips.ts';
import { runOn, textOf, walk, withSession } from '#scripts/drive/closed-roots.ts';
import { findCorpus, loadCorpusPages } from '#tests/sites/corpus/corpus.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from '../fixtures.ts';
import { openSaved, pickWord } from '../saved-page.ts';

const corpus = findCorpus();
const sites = ['x', 'reddit', 'bluesky', 'hackernews'] as const;

interface Place {
  x: number;
  y: number;
}

const LOOK = `function () {
  const { x, y, width, height } = this.getBoundingClientRect();
  const middle = { x: x + width / 2, y: y + height / 2 };
  const top = document.elementFromPoint(middle.x, middle.y);
  const host = this.getRootNode().host;
  return { ...middle, height: innerHeight, isTop: top === host || host.getRootNode().host === top };
}`;

/** Turns the wheel until a chip's Claim stands in the window; null when the page, as saved, lets nobody get there. */
async function scrollToClaim(page: Page, chip: SeenChip): Promise<Place | null> {
  return withSession(page, async (session) => {
    const button = [...walk(chip.node)].find(
      (node) => node.nodeName === 'BUTTON' && textOf(node).trim() === 'Claim',
    );
    if (!button) return null;
    for (let turn = 0; turn < 80; turn += 1) {
      const seen = await runOn<Place & { height: number; isTop: boolean }>(session, button, LOOK);
      const { x, y, height, isTop } = seen;
      if (y > height * 0.15 && y < height * 0.85) return isTop ? { x, y } : null;
      await page.mouse.wheel(0, Math.max(-500, Math.min(500, y - height / 2)));
      await page.waitForTimeout(40);
    }
    return null;
  });
}

/** Chromium itself says that nothing is seen there, though nothing lies over it (docs/threats.md, known limits). */
const unseen = new Set(['x/status-kikobeats-gif.html']);

test('no honest press on saved real pages is refused', async ({ team }) => {
  test.skip(corpus === null, '../shared/pages is not here: saved real pages are not tried');
  test.setTimeout(400_000);
  const pages = sites.flatMap((site) => loadCorpusPages(corpus ?? '', site));
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
    const chips = await waitForChips(page, (all) => all.some(isOpen), 8_000).catch(() => []);
    told[saved.name] = 'no chip';
    for (const chip of chips.filter(isOpen).slice(0, 4)) {
      const place = await scrollToClaim(page, chip);
      told[saved.name] = 'out of reach';
      if (!place) continue;
      await page.waitForTimeout(250);
      const settled = await scrollToClaim(page, chip);
      if (!settled) continue;
      await page.mouse.move(settled.x, settled.y, { steps: 12 });
      await page.waitForTimeout(200);
      await page.mouse.down();
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
  expect(pressed.length).toBeGreaterThanOrEqual(12);
  const refused = pressed.filter(([, how]) => how !== 'counted').map(([page]) => page);
  expect(refused.filter((page) => !unseen.has(page))).toEqual([]);
});
