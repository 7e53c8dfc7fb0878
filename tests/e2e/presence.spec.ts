import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import { test } from './fixtures.ts';

test('a teammate sees who looks, then who writes, then nobody', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const [anaPage, benPage] = await Promise.all(
    [ana, ben].map(async (teammate) => {
      const page = await teammate.context.newPage();
      await page.goto(`${team.server.url}/practice`);
      await waitForChips(page, (chips) => chips.length >= 3);
      return page;
    }),
  );
  if (!anaPage || !benPage) throw new Error('two pages were opened');

  await anaPage.bringToFront();
  await anaPage.getByText('Is there something I can try').hover();
  await waitForChips(benPage, ([first]) => first?.state === 'looking');

  await anaPage.getByRole('button', { name: 'Reply' }).first().click();
  await anaPage.getByLabel('Reply to lena_k').pressSequentially('Please try');
  await waitForChips(benPage, ([first]) => first?.text.startsWith('Ana is writing') === true);

  await anaPage.close();
  await waitForChips(benPage, ([first]) => first?.state === 'open');
});

test('two claims at once: one is granted, the other is told who has it', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const pages = await Promise.all(
    [ana, ben].map(async (teammate) => {
      const page = await teammate.context.newPage();
      await page.goto(`${team.server.url}/practice`);
      await waitForChips(page, (chips) => chips.length >= 3);
      return page;
    }),
  );
  await Promise.all(
    pages.map((page) => pressInChip(page, ({ state }) => state === 'open', /^Claim$/)),
  );
  const states = await Promise.all(
    pages.map(async (page) => {
      const [first] = await waitForChips(
        page,
        ([chip]) => chip?.state === 'mine' || chip?.state === 'theirs',
      );
      return first?.state ?? '';
    }),
  );
  if (states.toSorted().join(' ') !== 'mine theirs') throw new Error(states.join(' '));
});
