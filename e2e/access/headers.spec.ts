import { expect, test } from '@/e2e/fixtures/test';

test('health is public and says nothing but that it is well', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ok' });
});

test('a command without the operator’s token is 401', async ({ request }) => {
  const data = { argv: ['releases'] };
  const bare = await request.post('/api/command', { data });
  const wrong = await request.post('/api/command', { data, headers: { authorization: 'Bearer wrong' } });
  expect([bare.status(), wrong.status()]).toEqual([401, 401]);
  expect(bare.headers()['content-type']).toContain('application/problem+json');
});

test.describe('signed in', () => {
  test.use({ role: 'yorkshire' });

  test('a command with a session but without the token is 401', async ({ request }) => {
    expect((await request.post('/api/command', { data: { argv: ['releases'] } })).status()).toBe(401);
  });

  test('every page carries the security headers and no hint of what serves it', async ({ request }) => {
    const headers = (await request.get('/regions')).headers();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('scripts run only with the nonce of the response, a new one each time', async ({ request }) => {
    const [first, second] = [await request.get('/regions'), await request.get('/regions')];
    const policy = first.headers()['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(second.headers()['content-security-policy']).not.toContain(nonce);
    const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  });

  test('answers of the API that depend on the reader are not kept by caches', async ({ request }) => {
    expect((await request.get('/api/v1/scenarios')).headers()['cache-control']).toBe('private, no-store');
  });
});

test.describe('with an injected script', () => {
  test.use({ role: 'yorkshire', allowedErrors: [/Content Security Policy/] });

  test('an injected script does not run', async ({ page }) => {
    await page.goto('/help');
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          // The picture's address is refused, too, and either may be told of first.
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            if (effectiveDirective !== 'img-src') resolve(effectiveDirective);
          });
          document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="document.title = \'ran\'">');
        }),
    );
    expect(await refused).toBe('script-src-attr');
    await expect(page).not.toHaveTitle('ran');
  });
});
