import { ROUTES } from '@/e2e/accessibility/routes';
import { expectAccessible, unfold } from '@/e2e/fixtures/axe';
import { DENIAL } from '@/e2e/fixtures/console-guard';
import { expectNoSidewaysScroll } from '@/e2e/fixtures/narrow';
import { expect, test } from '@/e2e/fixtures/test';

for (const { name, role, path, status } of ROUTES) {
  test.describe(name, () => {
    test.use({ role, theme: 'light', allowedErrors: status === 200 ? [] : [DENIAL] });

    test('no axe violation in light or dark, no sideways scroll at 320 pixels', async ({ page }) => {
      const answer = await page.goto(path());
      expect(answer?.status()).toBe(status);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const html = page.locator('html');
      await expect(html).toHaveClass('light');
      await expectNoSidewaysScroll(page, 'folded');
      await unfold(page);
      await expectNoSidewaysScroll(page, 'unfolded');
      await page.setViewportSize({ width: 1280, height: 720 });
      await expectAccessible(page, 'light');
      // The colours hang on this class alone; that the cookie sets it is tested with the toggle.
      await html.evaluate((element) => element.classList.replace('light', 'dark'));
      await expectAccessible(page, 'dark');
    });
  });
}
