import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'analyst' });

const FILE = `period_end,area_code,specialty,level,establishment_fte,in_post_fte
1991-03-31,TR-wessex,Invented specialty,ST3,10,9
`;

test('twenty uploads of one file at once are one import', async ({ request, page, baseURL }) => {
  const name = `twenty-${Date.now()}.csv`;
  // The name stands in the rows as well: a checksum that no other run has.
  const data = FILE.replace('Invented specialty', `Invented ${name}`);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      request.post('/data/import/upload', {
        data,
        headers: { 'content-type': 'text/csv', 'x-stead-file': name, origin: baseURL ?? '' },
      }),
    ),
  );
  expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 200));
  const outcomes: { id: string; duplicate: boolean }[] = await Promise.all(answers.map((answer) => answer.json()));
  expect(outcomes.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
  await page.goto(`/data/import/${outcomes[0]?.id}`);
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();
  await page.goto('/data/import');
  await expect(page.getByRole('link', { name })).toHaveCount(1);
  await page.goto(`/data/import/${outcomes[0]?.id}`);
  await page.getByRole('button', { name: 'Discard what is staged' }).click();
});
