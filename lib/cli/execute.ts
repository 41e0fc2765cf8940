import { z } from 'zod';
import { AccessDenied, NotFound } from '@/lib/data/errors';
import { findAccountViewer } from '@/lib/data/operator';
import { runAs } from '@/lib/data/viewer';
import { briefingCommand } from './briefing-command';
import { type Command, type CommandResult, parseArguments, unknownArguments } from './command';
import { demonstrationCommand } from './demonstration-command';
import { exportCommand } from './export-command';
import { findingsCommand } from './findings-command';
import { fitCommand } from './fit-command';
import { importCommand } from './import-command';
import { oraclesCommand } from './oracles-command';
import { releasesCommand } from './releases-command';
import { scenarioCommand } from './scenario-command';

const COMMANDS: Readonly<Record<string, Command>> = {
  releases: releasesCommand,
  import: importCommand,
  demonstration: demonstrationCommand,
  export: exportCommand,
  scenario: scenarioCommand,
  briefing: briefingCommand,
  fit: fitCommand,
  findings: findingsCommand,
  oracles: oraclesCommand,
};

/** What the running server answers to a command that works through it. */
export const ExecuteReply = z.object({
  messages: z.array(z.string()),
  result: z.object({
    status: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    document: z.unknown(),
    text: z.string(),
    files: z.array(z.object({ path: z.string(), base64: z.string() })).default([]),
  }),
});

const usage = (): string =>
  [
    'npm run stead -- <command> [--json] [--as <e-mail>]',
    '',
    '  prepare                     migrate, load the published pack, make the first accounts',
    ...Object.values(COMMANDS).map(({ usage: line, about }) => `  ${line.padEnd(27)} ${about}`),
  ].join('\n');

const refused = (status: 1 | 2 | 3, message: string): CommandResult => ({
  status,
  document: { error: message },
  text: message,
});

/** Whether the command runs where it is typed, without the database. */
export const isStandalone = (argv: readonly string[]): boolean => COMMANDS[argv[0] ?? '']?.standalone === true;

/** Runs a command as the named user, or as the operator at this machine's shell. */
export async function execute(argv: readonly string[], progress: (message: string) => void): Promise<CommandResult> {
  const args = parseArguments(argv);
  if (typeof args === 'string') return refused(2, `${args}.\n\n${usage()}`);
  const [name = ''] = args.words;
  if (name === '' || args.options.help) return { status: name ? 0 : 2, document: { usage: usage() }, text: usage() };
  const command = COMMANDS[name];
  if (!command) return refused(2, `There is no command "${name}".\n\n${usage()}`);
  const unknown = unknownArguments(command, args);
  if (unknown !== null) return refused(2, unknown);
  if (command.standalone) return command.run(args, progress);
  try {
    const viewer = await findAccountViewer(args.options.as ?? null);
    return await runAs(viewer, () => command.run(args, progress));
  } catch (error) {
    if (error instanceof AccessDenied) return refused(3, error.message);
    if (error instanceof NotFound) return refused(1, error.message);
    throw error;
  }
}
