import { test } from '@/e2e/fixtures/test';

test('a page that logs an error fails its test', async ({ page }) => {
  test.fail();
  await page.goto('/help');
  await page.evaluate(() => console.error('planted'));
});

test('a page that throws fails its test', async ({ page }) => {
  test.fail();
  await page.goto('/help');
  await page.evaluate(() => {
    queueMicrotask(() => {
      throw new Error('planted');
    });
  });
});

test('a style that the content security policy refuses fails its test', async ({ page }) => {
  test.fail();
  await page.goto('/help');
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' })),
  );
});
