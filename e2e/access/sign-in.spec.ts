import { accountOf } from '@/e2e/fixtures/accounts';
import { DENIAL } from '@/e2e/fixtures/console-guard';
import { signIn, signOut, submitSignIn } from '@/e2e/fixtures/sign-in';
import { expect, test } from '@/e2e/fixtures/test';

const REFUSED = 'E-mail and password don’t match. Check both and try again.';

test('a wrong password and an unknown account get the same message', async ({ page }) => {
  await page.goto('/sign-in');
  const alert = page.getByRole('alert').filter({ hasText: 'You are not signed in' });
  await submitSignIn(page, { email: accountOf('school').email, password: 'wrong' });
  await expect(alert).toHaveText(`You are not signed in${REFUSED}`);
  await expect(page.getByLabel('E-mail')).toHaveValue(accountOf('school').email);
  await page.reload();
  await submitSignIn(page, { email: 'nobody@stead.example', password: 'wrong' });
  await expect(alert).toHaveText(`You are not signed in${REFUSED}`);
});

test('after five failures an account name has to wait, known or not', async ({ page }) => {
  await page.goto('/sign-in');
  const alert = page.getByRole('alert').filter({ hasText: 'You are not signed in' });
  const made = { email: `made-up-${Date.now()}@stead.example`, password: 'wrong' };
  for (const attempt of [1, 2, 3, 4, 5]) {
    await test.step(`attempt ${attempt}`, async () => {
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await submitSignIn(page, made);
      await answered;
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
      await expect(alert).toContainText(REFUSED);
    });
  }
  await submitSignIn(page, made);
  await expect(alert).toContainText(/Too many attempts for this account\. Try again in \d+ minutes?\./);
});

test('an address of another site in the form does not lead there', async ({ page }) => {
  await page.goto('/sign-in');
  await page.locator('input[name=next]').evaluate((input) => input.setAttribute('value', '//evil.example/'));
  await submitSignIn(page, accountOf('analyst'));
  await page.waitForURL((url) => url.pathname === '/');
  expect(new URL(page.url()).hostname).toBe('localhost');
});

test.describe('after signing out', () => {
  test.use({ allowedErrors: [DENIAL] });

  test('the browser has no access any more', async ({ page }) => {
    await signIn(page, 'analyst');
    await signOut(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    expect((await page.goto('/data'))?.status()).toBe(401);
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});
