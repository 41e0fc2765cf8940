import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { prepareDatabase, prepareDemonstration } from '@/lib/data/setup';
import { env } from '@/lib/env';
import { type CommandResult, parseArguments } from './command';
import { ExecuteReply, execute, isStandalone } from './execute';

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
  const typed = [words[0] === 'import' ? words[1] : undefined, options.input];
  const resolved = (word: string): string => path.resolve(env.INIT_CWD ?? '.', word);
  const inline = '--input=';
  return argv.map((word) => {
    if (word.startsWith(inline)) return inline + resolved(word.slice(inline.length));
    return typed.includes(word) ? resolved(word) : word;
  });
}

async function throughServer(port: number, token: string, argv: readonly string[]): Promise<CommandResult> {
  const answer = await fetch(`http://localhost:${port}/api/command`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ argv }),
  });
  if (!answer.ok) throw new Error(`The running server answered ${answer.status}.`);
  const { messages, result } = ExecuteReply.parse(await answer.json());
  for (const message of messages) say(message);
  return result;
}

async function here(argv: readonly string[]): Promise<CommandResult> {
  if (isStandalone(argv)) return execute(argv, say);
  await prepareDatabase((_step, done) => say(done));
  // It loads at a scale of its own, or not at all.
  if (argv[0] !== 'demonstration') await prepareDemonstration((_step, done) => say(done));
  if (argv[0] === 'prepare') return { status: 0, document: { prepared: true }, text: '' };
  return execute(argv, say);
}

async function main(argv: readonly string[]): Promise<void> {
  const instance = isStandalone(argv) ? null : runningInstance();
  const result = instance ? await throughServer(instance.port, instance.token, argv) : await here(argv);
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
