// npm run bench: the figures that Stead promises, as a table or with --json. --skip-up leaves out the slow cold start,
// --statistics all but the statistics, --imports all but the imports, --journey-models all but those models, --pages all but the pages,
// --pathway all but the pathway engine, --pathway-page all but its builder in a browser, --demonstration all but the demonstration country, --journeys all but the journeys store (--short: of the demonstration cohort only).

import os from 'node:os';
import { checkNode, install, loadEnv, main, refuseWhileRunning, writeEnv } from './steps.mjs';

const args = new Set(process.argv.slice(2));

/** A row without a value was not measured, and its note says why; `least` is a target from below. */
const isMet = ({ value, target, least }) =>
  value === null || (least === undefined ? target === null || value <= target : value >= least);

const amount = (value) => {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value !== 0 && Math.abs(value) < 0.05 ? value.toExponential(1) : value.toFixed(1);
};

function written({ name, value, unit, target, least, note }) {
  const label = name.padEnd(32);
  if (value === null) return `${label} ${note}`;
  const promise = least === undefined ? target : least;
  const sign = least === undefined ? '≤' : '≥';
  const verdict = promise === null ? '' : isMet({ value, target, least }) ? 'met' : 'MISSED';
  const wanted = promise === null ? 'reported' : `${sign} ${promise}`;
  return `${label} ${`${amount(value)} ${unit}`.padStart(18)}   ${wanted.padStart(9)}   ${verdict}`;
}

function table(rows) {
  for (const row of rows) console.log(written(row));
  console.log(
    `\n${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}; load generator on the same cores.`,
  );
}

async function measureAll() {
  const { benchStatistics } = await import('../bench/statistics.mjs');
  if (args.has('--statistics')) return benchStatistics();
  const { benchImports } = await import('../bench/imports.mjs');
  const { benchWorkbooks } = await import('../bench/workbooks.mjs');
  const imports = async () => [...(await benchImports()), ...(await benchWorkbooks())];
  if (args.has('--imports')) return imports();
  const { benchDemonstration } = await import('../bench/demonstration.mjs');
  if (args.has('--demonstration')) return benchDemonstration();
  const { benchJourneyModels } = await import('../bench/journey-models.mjs');
  if (args.has('--journey-models')) return benchJourneyModels();
  const { benchPathway } = await import('../bench/pathway.mjs');
  if (args.has('--pathway')) return benchPathway();
  const { benchPathwayPage } = await import('../bench/pathway-page.mjs');
  if (args.has('--pathway-page')) return benchPathwayPage();
  const { benchPages } = await import('../bench/pages.mjs');
  if (args.has('--pages')) return (await benchPages()).rows;
  const { benchJourneys } = await import('../bench/journeys.mjs');
  if (args.has('--journeys')) return benchJourneys({ isShort: args.has('--short') });
  const { benchEngine } = await import('../bench/engine.mjs');
  const { benchUp } = await import('../bench/up.mjs');
  const pages = await benchPages();
  return [
    ...pages.rows,
    ...(await benchEngine(pages.briefing)),
    ...(await benchStatistics()),
    ...(await imports()),
    ...(await benchDemonstration()),
    ...(await benchJourneys()),
    ...(await benchJourneyModels()),
    ...(await benchPathway()),
    ...(await benchPathwayPage()),
    ...(args.has('--skip-up') ? [] : await benchUp()),
  ];
}

await main(async () => {
  checkNode();
  refuseWhileRunning();
  install({ dev: true });
  writeEnv();
  loadEnv();
  const rows = await measureAll();
  if (args.has('--json')) {
    const entries = rows.map((row) => [
      row.name,
      { ...row, name: undefined, met: row.value === null ? null : isMet(row) },
    ]);
    console.log(JSON.stringify(Object.fromEntries(entries), null, 2));
  } else table(rows);
  process.exitCode = rows.every(isMet) ? 0 : 1;
});
