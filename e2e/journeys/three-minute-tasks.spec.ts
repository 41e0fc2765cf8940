import { readFile } from 'node:fs/promises';
import { accountOf } from '@/e2e/fixtures/accounts';
import { expectWholeResult, resultOf, runModel } from '@/e2e/fixtures/scenario-page';
import { submitSignIn } from '@/e2e/fixtures/sign-in';
import { expect, test } from '@/e2e/fixtures/test';

test('a manager sees what stands out and what could be done within 4 steps', async ({ page, steps }) => {
  await page.goto('/sign-in');
  await steps.do('sign in', () => submitSignIn(page, accountOf('yorkshire')));
  const main = page.getByRole('main');
  await expect(main.getByRole('listitem').filter({ hasText: 'At ST3, 108 of 127 posts' })).toContainText('85.0%');
  await steps.do('review the region', () =>
    page.getByRole('link', { name: 'Review Yorkshire and the Humber' }).click(),
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yorkshire and the Humber');
  await steps.do('go to what could be done', () => page.getByRole('link', { name: 'What could be done' }).click());
  const measured = page.getByRole('region', { name: /^Measured here \([1-9]/ });
  await expect(measured).toBeInViewport();
  await expect(measured.getByText('Why here:').first()).toBeVisible();
  await expect(measured.getByText('Who can act').first()).toBeVisible();
  expect(steps.count()).toBeLessThanOrEqual(4);
});

test('a manager gets the cost of filling ten more ST4 posts within 8 steps', async ({ page, steps }) => {
  await page.goto('/sign-in');
  await steps.do('sign in', () => submitSignIn(page, accountOf('yorkshire')));
  await steps.do('model a package', () => page.getByRole('link', { name: 'Model a package' }).click());
  await steps.do('choose ST4', () => page.getByRole('radio', { name: 'ST4, higher training' }).check());
  await steps.do('run', () => runModel(page));
  await expectWholeResult(page);
  const result = resultOf(page);
  await expect(result.getByRole('heading', { name: 'What would it cost to fill 10 more ST4 posts?' })).toBeVisible();
  await expect(result.getByRole('term').filter({ hasText: 'As odds of fill' })).toBeVisible();
  await expect(result.getByRole('term').filter({ hasText: 'As a choice between places' })).toBeVisible();
  await expect(
    result.getByRole('definition').filter({ hasText: /80% interval £\S+ to £\S+;? .*a place and year/ }),
  ).toHaveCount(2);
  expect(steps.count()).toBeLessThanOrEqual(8);
});

test('a commissioner downloads the paper for Yorkshire and the Humber within 4 steps', async ({ page, steps }) => {
  await page.goto('/sign-in');
  await steps.do('sign in', () => submitSignIn(page, accountOf('commissioner')));
  await steps.do('choose the region', () =>
    page.getByRole('link', { name: 'Make a briefing of Yorkshire and the Humber' }).click(),
  );
  await steps.do('make the briefing', () => page.getByRole('button', { name: 'Make the briefing' }).click());
  const downloading = page.waitForEvent('download');
  await steps.do('download', () => page.getByRole('link', { name: 'Download the PDF' }).click());
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^stead-briefing-yorkshire-and-the-humber-\d{4}-\d{2}-\d{2}\.pdf$/);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(steps.count()).toBeLessThanOrEqual(4);
});

test('school staff download where outreach could go next year within 4 steps', async ({ page, steps }) => {
  await page.goto('/sign-in');
  await steps.do('sign in', () => submitSignIn(page, accountOf('demo-school')));
  await steps.do('ask where outreach should go', () =>
    page.getByRole('link', { name: 'Where should our outreach go next year?' }).click(),
  );
  const cold = page.getByRole('region', { name: /authorities send fewer than expected/ });
  await expect(cold).toBeInViewport();
  const downloading = page.waitForEvent('download');
  await steps.do('download the list', () => cold.getByRole('link', { name: /^CSV/ }).click());
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('stead-cold-spots-xd-kelvarrow-demonstration.csv');
  const [head = '', first = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(head).toContain('authority_name,verdict');
  expect(first).toContain('Fewer than expected');
  expect(steps.count()).toBeLessThanOrEqual(4);
});
