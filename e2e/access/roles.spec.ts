import { ROLES } from '@/e2e/fixtures/accounts';
import { readRecords } from '@/e2e/fixtures/records';
import { expect, test } from '@/e2e/fixtures/test';

const ADMIN_STATUS = {
  yorkshire: 403,
  northeast: 403,
  commissioner: 403,
  school: 403,
  analyst: 403,
  admin: 200,
  'demo-manager': 403,
  'demo-school': 403,
  'demo-commissioner': 403,
};
const BRIEFINGS_STATUS = {
  yorkshire: 200,
  northeast: 200,
  commissioner: 200,
  school: 403,
  analyst: 403,
  admin: 403,
  'demo-manager': 200,
  'demo-school': 403,
  'demo-commissioner': 200,
};
const MODEL_STATUS = {
  yorkshire: 200,
  northeast: 403,
  commissioner: 403,
  school: 403,
  analyst: 403,
  admin: 403,
  'demo-manager': 403,
  'demo-school': 403,
  'demo-commissioner': 403,
};

for (const role of ROLES) {
  test(`${role}: accounts, briefings and scenarios open only to the roles that have them`, async ({ requestAs }) => {
    const request = await requestAs(role);
    const status = async (path: string) => (await request.get(path)).status();
    expect(await status('/admin')).toBe(ADMIN_STATUS[role]);
    expect(await status('/briefings')).toBe(BRIEFINGS_STATUS[role]);
    expect(await status('/scenarios/new?region=TR-yorkshire-and-the-humber')).toBe(MODEL_STATUS[role]);
    expect(await status(`/scenarios/${readRecords('yorkshire').scenarioId}`)).toBe(MODEL_STATUS[role]);
    expect(await status('/regions/TR-yorkshire-and-the-humber')).toBe(200);
    expect(await status('/account/tokens')).toBe(200);
    expect(await status(`/api/v1/runs/${readRecords('yorkshire').runId}?format=xlsx`)).toBe(MODEL_STATUS[role]);
  });
}

test.describe('admin', () => {
  test.use({ role: 'admin' });

  test('sees the accounts with their scopes and what was done, and no password', async ({ page }) => {
    await page.goto('/admin');
    const accounts = page.getByRole('table', { name: 'Accounts' });
    await expect(accounts.getByRole('row').filter({ hasText: 'northeast@stead.example' })).toContainText(
      'TR-north-east',
    );
    await expect(
      page.getByRole('table', { name: 'Audit log' }).getByRole('cell', { name: 'sign-in', exact: true }).first(),
    ).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('argon2');
  });
});
