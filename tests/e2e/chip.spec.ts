import type { Page } from '@playwright/test';
import { pressInChip, readChipColors, waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

/** A one-post forum page of this background, at the team's own address. */
async function openPage(team: Team, name: string, background: string): Promise<Page> {
  const teammate = await team.join(name);
  const page = await teammate.context.newPage();
  await page.route('**/practice/colored', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Forum</title><body style="background: ${background}; color: gray">
        <article itemscope itemtype="https://schema.org/DiscussionForumPosting">
          <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">ada_example</b></span>
          <a itemprop="url" href="/practice/colored#p-1">link</a>
          <div itemprop="text">My Acme kettle stopped</div>
        </article>`,
    }),
  );
  await page.goto(`${team.server.url}/practice/colored`);
  await waitForChips(page, (chips) => chips.length === 1);
  return page;
}

/** Lightness of a color as computed style gives it, 0…255. */
function toLightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}

for (const [kind, background] of [
  ['dark', '#101010'],
  ['light', '#fafafa'],
] as const) {
  test(`the chip is ${kind} on a ${kind} page, whatever the system’s theme`, async ({ team }) => {
    const page = await openPage(team, 'Ana', background);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { ground, ink } = await readChipColors(page);
      const isDark = toLightness(ground) < toLightness(ink);
      expect(isDark, `${colorScheme}: ${ground} under ${ink}`).toBe(kind === 'dark');
    }
  });
}

test('a mention is set aside from the chip’s menu with a reason, then taken back', async ({
  team,
}) => {
  const page = await openPage(team, 'Ana', '#fff');
  await pressInChip(page, () => true, /^More$/);
  await pressInChip(page, () => true, /^Set aside…$/);
  await page.keyboard.press('Enter');
  await waitForChips(page, ([chip]) => chip?.state === 'setAside');
  await pressInChip(page, () => true, /^Undo$/);
  await waitForChips(page, ([chip]) => chip?.state === 'open');
});
