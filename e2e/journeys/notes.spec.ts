import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const NOTE = 'Ask the school about rotation lengths.';

test('a note is kept, removed and brought back', async ({ page }) => {
  await page.goto('/regions/TR-yorkshire-and-the-humber#notes');
  const notes = page.getByRole('region', { name: 'Notes' });
  const entry = notes.getByRole('listitem').filter({ hasText: NOTE });
  await notes.getByLabel('Add a note').fill(NOTE);
  await notes.getByRole('button', { name: 'Save the note' }).click();
  await expect(entry).toBeVisible();
  await expect(notes.getByLabel('Add a note')).toHaveValue('');
  await page.reload();
  await expect(entry).toContainText('Training manager, Yorkshire and the Humber');
  await entry.getByRole('button', { name: /^Remove the note/ }).click();
  await expect(entry).toHaveCount(0);
  await notes.getByRole('button', { name: 'Undo the last removal' }).click();
  await expect(entry).toBeVisible();
});

test('an empty note is refused beside its field', async ({ page }) => {
  await page.goto('/regions/TR-yorkshire-and-the-humber#notes');
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByLabel('Add a note')).toHaveAccessibleDescription(/Write the note first\./);
});
