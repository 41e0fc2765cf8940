import { expect, test } from '@/e2e/fixtures/test';

test.use({ role: 'yorkshire' });

const BUDGET_BYTES = 200 * 1000;

test('a region’s page sends at most 200 KB of compressed JavaScript before a chart is used', async ({
  page,
  context,
}) => {
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  const scripts = new Map<string, string>();
  const bytes = new Map<string, number>();
  protocol.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url);
  });
  protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.goto('/regions/TR-yorkshire-and-the-humber', { waitUntil: 'networkidle' });
  const sizes = [...scripts].map(([id, url]) => ({ url: new URL(url).pathname, bytes: bytes.get(id) ?? 0 }));
  const total = sizes.reduce((sum, script) => sum + script.bytes, 0);
  test.info().annotations.push({ type: 'bytes of JavaScript', description: String(total) });
  expect(sizes.length).toBeGreaterThan(2);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(BUDGET_BYTES);
});
