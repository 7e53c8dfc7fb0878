/** Walks through the first run as a new person would: real fields, real clicks. */
import type { Page } from '@playwright/test';
import type { Teammate } from './teammate.ts';

export interface NewPerson {
  inviteLink: string;
  name: string;
  /** Null: the team has a brand already, it is only confirmed. */
  brand: { name: string; names?: string[]; handles: string[]; contextWords: string[] } | null;
  /** Named sites to switch on, by the label of their tile. */
  sites: { label: RegExp; patterns: string[] }[];
}

/** The onboarding page that opened by itself on installation, else a fresh one. */
export async function findOnboarding(teammate: Teammate): Promise<Page> {
  const opened = teammate.context
    .pages()
    .find((page) => page.url().endsWith('/options.html#welcome'));
  return opened ?? teammate.openOwn('/options.html#welcome');
}

/** Goes through all three steps; leaves the page at "Ready". */
export async function walkThroughOnboarding(teammate: Teammate, person: NewPerson): Promise<Page> {
  await teammate.allowOrigin(
    `${new URL(person.inviteLink).protocol}//${new URL(person.inviteLink).hostname}/*`,
  );
  for (const { patterns } of person.sites) {
    for (const pattern of patterns) await teammate.allowOrigin(pattern);
  }
  const page = await findOnboarding(teammate);
  await page.bringToFront();
  await page.getByLabel('Invite link').fill(person.inviteLink);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('heading', { name: 'What do people call you?' }).waitFor();
  if (person.brand) {
    const { name, names = [], handles, contextWords } = person.brand;
    await page.getByLabel('Name', { exact: true }).fill(name);
    await addAll(page, 'Further spellings and products', names);
    await addAll(page, 'Handles', handles);
    await page.getByText('More: domains', { exact: false }).click();
    await addAll(page, 'Context words', contextWords);
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Where do you answer?' }).waitFor();
  for (const { label } of person.sites) await page.getByRole('switch', { name: label }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Ready.' }).waitFor();
  return page;
}

async function addAll(page: Page, label: string, terms: readonly string[]): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  for (const term of terms) {
    await field.fill(term);
    await field.press('Enter');
  }
}
