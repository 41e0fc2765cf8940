// npm run stead -- <command>: prepares what the command line needs, then runs it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { checkNode, install, loadEnv, main, writeEnv } from './steps.mjs';

await main(async () => {
  checkNode();
  if (install({ dev: false })) console.error('Packages installed.');
  if (writeEnv()) console.error('.env.local written with a random secret.');
  loadEnv();
  const { bundle } = await import('./bundle.mjs');
  const directory = await bundle();
  const command = spawn(process.execPath, [path.join(directory, 'stead.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A worker finishes what it has at hand.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
  const [status] = await once(command, 'exit');
  process.exitCode = status ?? 1;
});
