// npm start: serves what has been built and prepared.
import { loadEnv, main, startServer } from './steps.mjs';

await main(async () => {
  loadEnv();
  const { server, address, ended } = await startServer({ port: Number(process.env.PORT ?? 3000) });
  console.log(address);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
  process.exitCode = (await ended) ?? 0;
});
