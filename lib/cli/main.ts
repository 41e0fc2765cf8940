import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findingsWorkedOut } from '@/lib/data/findings-afterwards';
import { jobRunner } from '@/lib/data/pathway/job-runner';
import { prepareDatabase, prepareDemonstration } from '@/lib/data/setup';
import { env } from '@/lib/env';
import { type CommandResult, parseArguments, type Tell } from './command';
import { execute, failureOf, isStandalone, isStoppable } from './execute';
import { onStop } from './stop-signals';
import { throughServer } from './through-server';

const say = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

/** A pipe takes little at once: leaving before it has taken all would cut the output off. */
const writeWhole = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

const Instance = z.object({ pid: z.number(), port: z.number(), token: z.string() });

/** The running server that holds the embedded database, if there is one. */
function runningInstance(): z.infer<typeof Instance> | null {
  if (env.DATABASE_URL) return null;
  try {
    const instance = Instance.parse(JSON.parse(readFileSync(path.join(env.STEAD_DIR, 'instance.json'), 'utf8')));
    process.kill(instance.pid, 0);
    return instance;
  } catch {
    return null;
  }
}

/** npm moves to the project's folder, and a server has a folder of its own: a path is meant from where it was typed. */
function withTypedPath(argv: readonly string[]): readonly string[] {
  const args = parseArguments(argv);
  if (typeof args === 'string') return argv;
  const { words, options } = args;
  const typed = [words[0] === 'import' ? words[1] : undefined, options.input, options.mapping];
  const resolved = (word: string): string => path.resolve(env.INIT_CWD ?? '.', word);
  return argv.map((word) => {
    const inline = ['--input=', '--mapping='].find((option) => word.startsWith(option));
    if (inline !== undefined) return inline + resolved(word.slice(inline.length));
    return typed.includes(word) ? resolved(word) : word;
  });
}

/** A program that reads the document has no use for it; a person who watches has. */
const isHeard = (argv: readonly string[]): boolean => process.stderr.isTTY === true || !argv.includes('--json');

/** Of what a set-up or the demonstration country brings, the server that is started next works the findings out. */
async function here(argv: readonly string[], tell: Tell): Promise<CommandResult> {
  if (isStandalone(argv)) return execute(argv, tell);
  await prepareDatabase((_step, done) => say(done));
  // It loads at a scale of its own, or not at all.
  if (argv[0] !== 'demonstration') await prepareDemonstration((_step, done) => say(done));
  if (argv[0] === 'prepare') return { status: 0, document: { prepared: true }, text: '' };
  const stop = isStoppable(argv) ? onStop() : undefined;
  stop?.addEventListener('abort', () => say('Cancelling …'));
  const result = await execute(argv, tell, stop);
  if (argv[0] !== 'demonstration') await findingsWorkedOut(() => say('working the findings out on what was published'));
  // What it took for others as well is finished, so that nobody waits for its heartbeat to lapse.
  await (await jobRunner()).end();
  return result;
}

async function main(argv: readonly string[]): Promise<void> {
  const instance = isStandalone(argv) ? null : runningInstance();
  const tell = ({ message }: { message: string }): void => {
    if (isHeard(argv)) say(message);
  };
  const result = await (instance
    ? throughServer(instance, argv, { tell, say, stop: onStop() })
    : here(argv, tell)
  ).catch((error: unknown) => failureOf(argv, error));
  for (const file of result.files ?? []) {
    // npm moves to the project's folder; a path is meant from where the command was typed.
    const target = path.resolve(env.INIT_CWD ?? '.', file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, Buffer.from(file.base64, 'base64'));
    say(`${target} written`);
  }
  const json = argv.includes('--json');
  const output = json ? JSON.stringify(result.document) : result.text;
  if (output) await writeWhole(result.status === 0 || json ? process.stdout : process.stderr, `${output}\n`);
  process.exit(result.status);
}

/** Whoever reads the output may have read enough, such as `head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main(withTypedPath(process.argv.slice(2))).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
