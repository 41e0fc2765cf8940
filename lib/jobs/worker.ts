import { parentPort } from 'node:worker_threads';
import { type JobReply, JobRequest } from './protocol';
import { TASK_RUNS } from './task-runs';

const reply = (message: JobReply) => parentPort?.postMessage(message);

parentPort?.on('message', async (message: unknown) => {
  const { id, task, payload } = JobRequest.parse(message);
  try {
    const run = TASK_RUNS[task];
    if (!run) throw new Error(`Unknown task ${task}`);
    const value = await run(payload, (partial) => reply({ kind: 'progress', id, value: partial }));
    reply({ kind: 'done', id, value });
  } catch (error) {
    reply({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
});
