// Readers of a page: a browser that signs in, and ten who visit with time to think between.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

export const READERS = 10;
const THINK_MS = 2_000;
const VISITS = 15;
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);

export const openBrowser = () =>
  chromium.launch({
    ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

export async function signIn(browser, address, { directory, account = '' }) {
  const accounts = readFileSync(path.join(directory, 'first-accounts.txt'), 'utf8').split('\n');
  const [email, password] = accounts.find((line) => line.startsWith(account)).split('\t');
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${address}/`);
  return { context, page };
}

export const cookieOf = async (context) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** How long each visit but the first of each reader took, in ms. */
export async function readers(url, cookie) {
  const times = [];
  const read = async (reader) => {
    await new Promise((resolve) => setTimeout(resolve, (reader * THINK_MS) / READERS));
    for (let visit = 0; visit < VISITS; visit += 1) {
      const from = performance.now();
      const answer = await fetch(url, { headers: { cookie } });
      await answer.text();
      if (!answer.ok) throw new Error(`The page answered ${answer.status}`);
      if (visit > 0) times.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, THINK_MS));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  return times;
}
