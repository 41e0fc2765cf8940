import { ROLES, sessionFile } from '@/e2e/fixtures/accounts';
import { signIn } from '@/e2e/fixtures/sign-in';
import { expect, test } from '@/e2e/fixtures/test';

for (const role of ROLES) {
  test(`the first account ${role} signs in and lands on its home page`, async ({ page, context }) => {
    await signIn(page, role);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.storageState({ path: sessionFile(role) });
  });
}
