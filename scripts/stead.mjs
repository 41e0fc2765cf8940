// npm run stead -- <command>: prepares what the command line needs, then runs it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkNode, install, loadEnv, main, writeEnv } from './steps.mjs';

await main(async () => {
  checkNode();
  if (install({ dev: false })) console.error('Packages installed.');
  if (writeEnv()) console.error('.env.local written with a random secret.');
  loadEnv();
  const { bundle } = await import('./bundle.mjs');
  const directory = await bundle();
  const command = spawnSync(process.execPath, [path.join(directory, 'stead.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = command.status ?? 1;
});
