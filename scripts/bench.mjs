// npm run bench: the figures that Stead promises, as a table or with --json. --skip-up leaves out the slow cold start.
import os from 'node:os';
import { checkNode, install, loadEnv, main, refuseWhileRunning, writeEnv } from './steps.mjs';

const args = new Set(process.argv.slice(2));

const isMet = ({ value, target }) => target === null || value <= target;

function table(rows) {
  const write = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));
  for (const row of rows) {
    const target = row.target === null ? 'reported' : `≤ ${row.target}`;
    const verdict = row.target === null ? '' : isMet(row) ? 'met' : 'MISSED';
    console.log(
      `${row.name.padEnd(32)} ${`${write(row.value)} ${row.unit}`.padStart(18)}   ${target.padStart(9)}   ${verdict}`,
    );
  }
  console.log(
    `\n${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}; load generator on the same cores.`,
  );
}

await main(async () => {
  checkNode();
  refuseWhileRunning();
  install({ dev: true });
  writeEnv();
  loadEnv();
  const { benchPages } = await import('../bench/pages.mjs');
  const { benchEngine } = await import('../bench/engine.mjs');
  const { benchUp } = await import('../bench/up.mjs');
  const pages = await benchPages();
  const rows = [
    ...pages.rows,
    ...(await benchEngine(pages.briefing)),
    ...(args.has('--skip-up') ? [] : await benchUp()),
  ];
  if (args.has('--json')) {
    const entries = rows.map((row) => [
      row.name,
      { value: row.value, unit: row.unit, target: row.target, met: isMet(row) },
    ]);
    console.log(JSON.stringify(Object.fromEntries(entries), null, 2));
  } else table(rows);
  process.exitCode = rows.every(isMet) ? 0 : 1;
});
