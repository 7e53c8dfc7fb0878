/**
 * Saved real pages at their real addresses. What is searched for is taken from the pages themselves at run time,
 * so nothing of them stands here.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import { findCorpus, loadCorpusPages } from '#tests/sites/corpus/corpus.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from './fixtures.ts';
import { openSaved, pickWord } from './saved-page.ts';

const corpus = findCorpus();
const pictures = join(import.meta.dirname, '../../data/pictures');

const wanted = [
  ['x', 'x/home-feed.html'],
  ['x', 'x/status-bigtechalert.html'],
  ['reddit', 'reddit/shreddit-comments-mildlyinfuriating.html'],
  ['reddit', 'reddit/old-front.html'],
  ['bluesky', 'bluesky/thread-glendunlap-image.html'],
  ['hackernews', 'hackernews/item-38434914.html'],
] as const;

test('mentions on saved real pages are spotted, and a claim there is seen by the teammate', async ({
  team,
}) => {
  test.skip(corpus === null, '../shared/pages is not here: saved real pages are not tried');
  test.setTimeout(180_000);
  mkdirSync(pictures, { recursive: true });
  const pages = wanted.map(([site, name]) => {
    const found = loadCorpusPages(corpus ?? '', site).find((page) => page.name === name);
    if (!found) throw new Error(`${name} is not in the corpus`);
    return found;
  });
  const [word = '', ...words] = [...new Set(pages.map(pickWord))];
  const sites = (['x', 'reddit', 'bluesky', 'hackernews'] as const).map((id) => ({
    label: new RegExp(`^Read ${siteFacts[id].name}$`),
    patterns: siteFacts[id].origins,
  }));
  const brand = { name: word, names: words, handles: [], contextWords: [] };
  const ana = await team.join('Ana', { brand, sites });
  const ben = await team.join('Ben', { sites });

  for (const saved of pages) {
    await test.step(saved.name, async () => {
      const anaPage = await openSaved(ana, saved);
      const benPage = await openSaved(ben, saved);
      await waitForChips(anaPage, (chips) => chips.some(({ state }) => state === 'open'), 20_000);
      await waitForChips(benPage, (chips) => chips.some(({ state }) => state === 'open'), 20_000);
      await anaPage.bringToFront();
      // Without its styles the saved Bluesky page is one screen high: its chips cannot be scrolled to.
      if (saved.site === 'bluesky') return;
      await pressInChip(anaPage, ({ state }) => state === 'open', /^Claim$/);
      await waitForChips(anaPage, (chips) => chips.some(({ state }) => state === 'mine'));
      await waitForChips(benPage, (chips) =>
        chips.some(({ text }) => text.startsWith('Ana has it')),
      );
      const picture = saved.name.replaceAll('/', '-').replace('.html', '.png');
      await anaPage.screenshot({ path: join(pictures, picture) });
      const panel = await ana.openPanel(anaPage);
      await expect(panel.getByRole('tab', { name: /On this page [1-9]/ })).toBeVisible();
      await Promise.all([anaPage.close(), benPage.close(), panel.close()]);
    });
  }
});
