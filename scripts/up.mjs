// npm run up: from a fresh clone to a running Stead.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildIsStale,
  checkNode,
  dataDirectory,
  install,
  loadEnv,
  main,
  nextBin,
  node,
  run,
  runningInstance,
  startServer,
  writeEnv,
} from './steps.mjs';

const started = Date.now();
const say = (message) => console.log(`[${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s] ${message}`);

function accounts() {
  const file = path.join(dataDirectory(), 'first-accounts.txt');
  if (!existsSync(file)) return '';
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const lines = rows.map(([email, password, name]) => `  ${email.padEnd(32)} ${password.padEnd(14)} ${name}`);
  return `First accounts (also in ${path.relative(process.cwd(), file)}):\n${lines.join('\n')}\n`;
}

await main(async () => {
  checkNode();
  loadEnv();
  const running = runningInstance();
  if (running) {
    console.log(
      `Stead is already running at http://localhost:${running.port} (process ${running.pid}).\n${accounts()}`,
    );
    return;
  }
  say('Checking the packages');
  if (install({ dev: false })) say('Packages installed');
  if (writeEnv()) say('.env.local written with a random secret');
  loadEnv();
  const { bundle } = await import('./bundle.mjs');
  const directory = await bundle();
  say('Preparing the database');
  node([path.join(directory, 'stead.mjs'), 'prepare']);
  if (buildIsStale()) {
    say('Building (this takes a minute the first time)');
    run(process.execPath, [nextBin, 'build'], { quiet: true, env: { NODE_ENV: 'production' } });
  }
  say('Starting');
  const port = Number(process.env.PORT ?? 3000);
  const { server, address, ended } = await startServer({ port });
  say('Stead is running');
  console.log(`\n  ${address}\n\n${accounts()}\nCtrl-C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
  process.exitCode = (await ended) ?? 0;
});
