// The region page under ten readers, at saturation, and the script it sends; the pages of the journeys under ten readers each,
// of the demonstration country, whose cohort is the only one loaded.
import autocannon from 'autocannon';
import { quantile } from './measure.mjs';
import { withServer } from './served.mjs';
import { cookieOf, READERS, readers, signIn } from './visits.mjs';

const PAGE = '/regions/TR-yorkshire-and-the-humber';
/** Who reads what; the region of the demonstration country's manager is the school's too. */
const JOURNEY_PAGES = [
  ['journeys_page', 'demo-manager', '/journeys?country=demonstration'],
  ['who_does_which_job_page', 'demo-manager', '/journeys/jobs?country=demonstration'],
  ['school_page', 'demo-school', '/schools/xd-kelvarrow'],
  ['findings_page', 'demo-commissioner', '/findings?country=demonstration'],
];
/** The tables of a cohort are protected once, before the first reader sees them. */
const FIRST_VISIT_MS = 300_000;
const SATURATION_S = 15;

/** Encoded bytes of all scripts before any chart is used. */
async function scriptKilobytes(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(PAGE, { waitUntil: 'networkidle' });
  return bytes / 1024;
}

async function journeyPages(browser, { address, directory }) {
  const rows = [];
  for (const [name, account, page] of JOURNEY_PAGES) {
    const { context } = await signIn(browser, address, { directory, account });
    const cookie = await cookieOf(context);
    const url = address + page;
    await fetch(url, { headers: { cookie }, signal: AbortSignal.timeout(FIRST_VISIT_MS) }).then((answer) =>
      answer.text(),
    );
    const times = await readers(url, cookie);
    rows.push(
      { name: `${name}_p95_10_readers`, value: quantile(times, 0.95), unit: 'ms', target: 150 },
      { name: `${name}_median_10_readers`, value: quantile(times, 0.5), unit: 'ms', target: null },
    );
    await context.close();
  }
  return rows;
}

export const benchPages = () =>
  withServer(async ({ browser, address, directory }) => {
    const { context, page } = await signIn(browser, address, { directory });
    const kilobytes = await scriptKilobytes(page);
    const cookie = await cookieOf(context);
    const briefing = await makeBriefing(page, address);
    const ofJourneys = await journeyPages(browser, { address, directory });
    await browser.close();
    const times = await readers(address + PAGE, cookie);
    const load = await autocannon({
      url: address + PAGE,
      connections: READERS,
      duration: SATURATION_S,
      headers: { cookie },
    });
    return {
      briefing,
      rows: [
        { name: 'region_page_p95_10_readers', value: quantile(times, 0.95), unit: 'ms', target: 150 },
        { name: 'region_page_median_10_readers', value: quantile(times, 0.5), unit: 'ms', target: null },
        { name: 'region_page_saturation', value: load.requests.average, unit: 'requests/s', target: null },
        { name: 'region_page_saturation_p97_5', value: load.latency.p97_5, unit: 'ms', target: null },
        { name: 'region_page_script_gzip', value: kilobytes, unit: 'KB', target: 200 },
        ...ofJourneys,
      ],
    };
  });

async function makeBriefing(page, address) {
  await page.goto('/briefings/new?area=TR-yorkshire-and-the-humber');
  await page.getByRole('button', { name: 'Make the briefing' }).click();
  await page.waitForURL(/\/briefings\/[0-9a-f-]{36}$/);
  const answer = await page.request.get(page.url().replace(`${address}/`, `${address}/api/v1/`));
  return (await answer.json()).briefing;
}
