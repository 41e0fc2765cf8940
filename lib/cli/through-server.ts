import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { CommandLine } from '@/lib/contracts/command-stream';
import type { CommandResult, Tell } from './command';

/** A running server of this machine. */
export type Instance = { readonly port: number; readonly token: string };

const WENT_AWAY =
  'The connection to the running server ended before the command did. An import that was under way is cancelled; the page Import says so.';
const GOES_ON = 'The running server finishes this command: it can’t be stopped half-way.';

/** Not `fetch`, which gives an answer up that is silent for five minutes. */
const send = ({ port, token }: Instance, method: 'POST' | 'DELETE', query: string, body: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    request({ host: 'localhost', port, path: `/api/command${query}`, method, headers }, resolve)
      .on('error', reject)
      .end(body);
  });

type Watch = { readonly tell: Tell; readonly say: (message: string) => void; readonly stop: AbortSignal };
type Begun = Extract<CommandLine, { kind: 'begun' }>;

/** Asks the server to stop it, once both are known: what to stop, and that it is wanted. The result says what came of it. */
function stopper(instance: Instance, { say, stop }: Watch) {
  const isStopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve(), { once: true });
  });
  return async ({ run, isStoppable }: Begun): Promise<never> => {
    await isStopped;
    if (!isStoppable) throw new Error(GOES_ON);
    say('Cancelling …');
    (await send(instance, 'DELETE', `?run=${run}`, '')).resume();
    return new Promise(() => {});
  };
}

async function* linesIn(answer: IncomingMessage): AsyncGenerator<CommandLine> {
  try {
    for await (const text of createInterface({ input: answer })) yield CommandLine.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(WENT_AWAY, { cause: error });
  }
}

/** Has a running server run a command: tells how far it is, and stops it where the person does. */
export async function throughServer(instance: Instance, argv: readonly string[], watch: Watch): Promise<CommandResult> {
  const stopped = stopper(instance, watch);
  const answer = await send(instance, 'POST', '', JSON.stringify({ argv }));
  if (answer.statusCode !== 200) throw new Error(`The running server answered ${answer.statusCode}.`);
  const result = new Promise<CommandResult>((resolve, reject) => {
    const read = async (): Promise<void> => {
      for await (const line of linesIn(answer)) {
        if (line.kind === 'begun') stopped(line).catch(reject);
        if (line.kind === 'progress') watch.tell(line);
        if (line.kind === 'result') return resolve({ ...line.result, files: line.result.files ?? [] });
      }
      throw new Error(WENT_AWAY);
    };
    read().catch(reject);
  });
  return result;
}
