import type { Page } from '@playwright/test';
import { pressInChip, waitForChips } from '#scripts/drive/chips.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

async function openPractice(teammate: Teammate, team: Team, handle: string): Promise<Page> {
  const page = await teammate.context.newPage();
  await page.goto(`${team.server.url}/practice?as=${handle}`);
  await waitForChips(page, (chips) => chips.length >= 3);
  return page;
}

async function openThread(teammate: Teammate, page: Page, customer: RegExp): Promise<Page> {
  const panel = await teammate.openPanel(page);
  await panel.getByRole('button', { name: customer }).first().click();
  return panel;
}

async function addSnippet(teammate: Teammate, title: string, text: string): Promise<void> {
  const options = await teammate.openOwn('/options.html#library');
  await options.getByRole('button', { name: 'Add a snippet' }).click();
  await options.getByLabel('Title').fill(title);
  await options.getByLabel('Answer').fill(text);
  await options.getByLabel('Example questions').fill('The kettle keeps boiling');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText(title).first().waitFor();
  await options.close();
}

/** True in a page of the practice forum that shows what its server has now. */
async function isOfThisRound(): Promise<boolean> {
  const response = await fetch('/practice/posts');
  const { round } = (await response.json()) as { round: string };
  return round === document.body.dataset['round'];
}

test('two teammates answer one customer once', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  await addSnippet(ana, 'Keeps boiling', 'Hi {name}, clean the steam hole in the handle.');
  const anaPage = await openPractice(ana, team, 'ana_acme');
  const benPage = await openPractice(ben, team, 'ben_acme');

  await test.step('a claim changes the teammate’s chip', async () => {
    await anaPage.bringToFront();
    await pressInChip(anaPage, ({ state }) => state === 'open', /^Claim$/);
    await waitForChips(anaPage, ([first]) => first?.state === 'mine');
    await waitForChips(benPage, ([first]) => first?.text.startsWith('Ana has it') === true);
  });

  const panel = await openThread(ana, anaPage, /lena_k/);
  await test.step('a suggestion goes into the page’s own box, without a greeting for who gave none', async () => {
    await anaPage.bringToFront();
    await anaPage.getByRole('button', { name: 'Reply' }).first().click();
    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Insert', exact: true }).first().click();
    await expect(panel.getByText('It is in the reply box')).toBeVisible();
    await expect(anaPage.getByLabel('Reply to lena_k')).toHaveValue(
      'Clean the steam hole in the handle.',
    );
  });

  await test.step('what is sent by hand is noticed by all', async () => {
    await anaPage.bringToFront();
    await anaPage.getByRole('button', { name: 'Post reply' }).first().click();
    await waitForChips(anaPage, ([first]) => first?.state === 'answered');
    await waitForChips(benPage, ([first]) => first?.text.startsWith('Answered by Ana') === true);
  });

  await test.step('the story is there after a restart of the browser', async () => {
    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Story', exact: true }).click();
    await panel.getByLabel('What makes it a good story?').fill('Kept the kettle');
    await panel.getByRole('button', { name: 'Save story' }).click();
    await expect(panel.getByText(/Story saved by/)).toBeVisible();
    await ana.close();
    const again = await team.open('Ana');
    const stories = await again.openOwn('/sidepanel.html');
    await stories.getByRole('tab', { name: /Stories/ }).click();
    await expect(stories.getByText('Kept the kettle')).toBeVisible();
  });
});

test('nothing is lost or doubled when the server stops halfway', async ({ team }) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  const anaPage = await openPractice(ana, team, 'ana_acme');
  const benPage = await openPractice(ben, team, 'ben_acme');
  await anaPage.bringToFront();
  await pressInChip(anaPage, ({ state }) => state === 'open', /^Claim$/);
  await waitForChips(benPage, ([first]) => first?.state === 'theirs');
  const panel = await openThread(ana, anaPage, /lena_k/);
  await expect(panel.getByText('live', { exact: true })).toBeVisible();

  await team.stopServer();
  await expect(panel.getByText(/offline since/)).toBeVisible();
  await test.step('saving a story works offline', async () => {
    await panel.getByRole('button', { name: 'Story', exact: true }).click();
    await panel.getByLabel('What makes it a good story?').fill('Saved while offline');
    await panel.getByRole('button', { name: 'Save story' }).click();
    await expect(panel.getByText(/Story saved by/)).toBeVisible();
    await expect(panel.getByText(/1 waiting/)).toBeVisible();
  });
  await test.step('a claim says why it cannot be given', async () => {
    await benPage.bringToFront();
    const second = await openThread(ben, benPage, /m_okafor/);
    const claim = second.getByRole('button', { name: 'Claim', exact: true });
    await expect(claim).toBeDisabled();
    await expect(claim).toHaveAttribute('title', /cannot be reached now/);
  });

  await team.restartServer();
  await panel.bringToFront();
  await expect(panel.getByText('live', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(panel.getByText(/waiting/)).toHaveCount(0);
  await test.step('the forum has started over with its server', async () => {
    for (const page of [anaPage, benPage]) {
      await page.bringToFront();
      // It loads itself anew, at a moment of its own.
      await expect(async () => expect(await page.evaluate(isOfThisRound)).toBe(true)).toPass();
      await waitForChips(page, (chips) => chips.length >= 3);
    }
  });

  await test.step('the reply is answered for both, once', async () => {
    await anaPage.bringToFront();
    await anaPage.getByRole('button', { name: 'Reply' }).first().click();
    await anaPage.getByLabel('Reply to lena_k').fill('Please clean the steam hole in the handle.');
    await anaPage.getByRole('button', { name: 'Post reply' }).first().click();
    await waitForChips(anaPage, ([first]) => first?.state === 'answered');
    await waitForChips(
      benPage,
      ([first]) => first?.text.startsWith('Answered by Ana') === true,
      40_000,
    );
    const benPanel = await openThread(ben, benPage, /lena_k/);
    await expect(benPanel.getByText('Please clean the steam hole')).toHaveCount(1);
    await benPanel.getByRole('button', { name: 'Back to the list' }).click();
    await benPanel.getByRole('tab', { name: /Stories/ }).click();
    await expect(benPanel.getByText('Saved while offline')).toHaveCount(1);
  });
});
