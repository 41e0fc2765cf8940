// The builder of the pathway as its reader feels it, in a browser, warm: the upper thumb of the strength slider is drawn by key and by
// mouse. From its release to the first new numbers on screen, and the tasks that hold up the page from the first step to the last draw.
// Browser, server and its two threads share the cores: other work on the machine counts too, so that the load is told. What a task
// takes of the processor itself (`…_cpu`) is told apart from how long the page was held up, which is longer where it had to wait for a core.
import os from 'node:os';
import { quantile } from './measure.mjs';
import { withServer } from './served.mjs';
import { signIn } from './visits.mjs';

const PAGE = '/scenarios/pathway/new?lever=golden-hello';
const WARM_UP = 3;
const GESTURES = 12;
const FRAME_MS = 16;
const PATIENCE_MS = 60_000;
const HELD_UP_MS = 50;
/** Of the slider; each gesture ends on one where none has ended: what was asked already is answered from memory. */
const STEPS = 40;
const endsOf = (at) => ((at % 2 === 0 ? 32 : 21) + Math.floor(at / 2)) / STEPS;

/** Runs in the page: which numbers were on screen since when, when the thumb was let go, and every task over 50 ms. */
function observe() {
  const seen = { shown: [], released: 0, tasks: [] };
  window.seen = seen;
  const effect = document.querySelector('section[aria-labelledby="effect"]');
  const note = () => {
    const receipts = [...effect.querySelectorAll('p')].map(
      (p) => p.textContent.match(/^\d+ draws\. Run (\w+)\.$/)?.[1],
    );
    const receipt = receipts.find((one) => one !== undefined);
    const isWhole = effect.querySelector('[role="status"]')?.textContent.includes('Save to keep');
    const last = seen.shown.at(-1);
    if (!receipt || (last?.receipt === receipt && last.isWhole === isWhole)) return;
    const shown = { receipt, isWhole, at: null };
    seen.shown.push(shown);
    // After the frame in which this change is drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        shown.at = performance.now();
      };
      port2.postMessage(null);
    });
  };
  new MutationObserver(note).observe(effect, { childList: true, subtree: true, characterData: true });
  const letGo = ({ timeStamp }) => {
    seen.released = timeStamp;
  };
  window.addEventListener('pointerup', letGo, true);
  window.addEventListener('keyup', letGo, true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  note();
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const stepsBetween = (from, to) => Math.round(Math.abs(to - from) * STEPS);

/** As a key that is held down repeats. */
async function drawByKey(page, thumb, [from, to]) {
  const key = to > from ? 'ArrowRight' : 'ArrowLeft';
  await thumb.focus();
  for (let step = stepsBetween(from, to); step > 0; step -= 1) {
    await page.keyboard.down(key);
    await wait(2 * FRAME_MS);
  }
  await page.keyboard.up(key);
}

/** Let go where it has just come to. */
async function drawByMouse(page, thumb, [from, to]) {
  const { x, y, width, height } = await thumb.boundingBox();
  const size = 24;
  const move = (share) => page.mouse.move(x + size / 2 + share * (width - size), y + height / 2);
  await move(from);
  await page.mouse.down();
  const moves = 2 * stepsBetween(from, to);
  for (let i = 1; i <= moves; i += 1) {
    await wait(FRAME_MS);
    await move(from + ((to - from) * i) / moves);
  }
  await page.mouse.up();
}

/** To the last draws of where it ends: ms from release to the first and to all of them, and the tasks over 50 ms since it began. */
async function gesture(page, thumb, draw, to) {
  const from = await page.evaluate(() => performance.now());
  await draw(page, thumb, [Number(await thumb.inputValue()) / 2, to]);
  const isSettled = (since) => {
    const { shown, released } = window.seen;
    const last = shown.at(-1);
    return released > since && last.isWhole && last.at > released;
  };
  await page.waitForFunction(isSettled, from, { timeout: PATIENCE_MS, polling: 50 });
  // Tasks are told of a little later.
  await wait(300);
  return page.evaluate((since) => {
    const { shown, released, tasks } = window.seen;
    const last = shown.at(-1);
    const first = shown.find(({ receipt, at }) => receipt === last.receipt && at >= since);
    const own = tasks.filter(({ startTime, duration }) => startTime + duration >= since);
    return { first: first.at - released, whole: last.at - released, tasks: own.map(({ duration }) => duration) };
  }, from);
}

/** The most that a task of a page's main thread takes of the processor, ms. */
function longestOwnTime(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const idOf = ({ pid, tid }) => `${pid} ${tid}`;
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map(idOf));
  const tasks = traceEvents.filter((event) => mains.has(idOf(event)) && event.name.endsWith('RunTask'));
  if (tasks.length === 0) throw new Error('The trace holds no task of a page');
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}

async function drawOften(page, thumb, draw) {
  const gestures = [];
  for (let at = 0; at < WARM_UP + GESTURES; at += 1) gestures.push(await gesture(page, thumb, draw, endsOf(at)));
  return gestures.slice(WARM_UP);
}

export async function measurePathwayPage({ browser, address, directory }) {
  const { page } = await signIn(browser, address, { directory, account: 'demo-manager' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(PAGE);
  await page.getByText('256 draws. Save').waitFor({ timeout: PATIENCE_MS });
  await page.evaluate(observe);
  const thumb = page.getByLabel('How strong, 80% interval, high end');
  await thumb.scrollIntoViewIfNeeded();
  const rows = [];
  for (const [name, draw] of Object.entries({ key: drawByKey, mouse: drawByMouse })) {
    await browser.startTracing(page, { categories: ['toplevel'] });
    const gestures = await drawOften(page, thumb, draw);
    const ownTime = longestOwnTime(await browser.stopTracing());
    const row = (what, value, unit, target) => ({ name: `pathway_page_${what}_by_${name}`, value, unit, target });
    const tasks = gestures.flatMap((one) => one.tasks);
    const times = (kind) => gestures.map((one) => one[kind]);
    rows.push(
      row('first_numbers', quantile(times('first'), 0.5), 'ms', 100),
      row('first_numbers_p90', quantile(times('first'), 0.9), 'ms', null),
      row('256_draws', quantile(times('whole'), 0.5), 'ms', 400),
      row('longest_task_cpu', ownTime, 'ms', HELD_UP_MS),
      row('tasks_over_50_ms', tasks.length, `of ${GESTURES} gestures`, 0),
      row('longest_task_over_50_ms', Math.max(0, ...tasks), 'ms', null),
      row('load_average', os.loadavg()[0], 'waiting', null),
    );
  }
  return rows;
}

export const benchPathwayPage = () => withServer(measurePathwayPage);
