import { AccessDenied, NotFound } from '@/lib/data/errors';
import { findAccountViewer } from '@/lib/data/operator';
import { runAs } from '@/lib/data/viewer';
import { backtestCommand } from './backtest-command';
import { briefingCommand } from './briefing-command';
import {
  type Command,
  type CommandResult,
  type ExitStatus,
  parseArguments,
  type Tell,
  unknownArguments,
} from './command';
import { demonstrationCommand } from './demonstration-command';
import { exportCommand } from './export-command';
import { findingsCommand } from './findings-command';
import { fitCommand } from './fit-command';
import { importCommand } from './import-command';
import { oraclesCommand } from './oracles-command';
import { releasesCommand } from './releases-command';
import { scenarioCommand } from './scenario-command';
import { withdrawCommand } from './withdraw-command';
import { workerCommand } from './worker-command';

const COMMANDS: Readonly<Record<string, Command>> = {
  releases: releasesCommand,
  import: importCommand,
  withdraw: withdrawCommand,
  demonstration: demonstrationCommand,
  export: exportCommand,
  scenario: scenarioCommand,
  backtest: backtestCommand,
  briefing: briefingCommand,
  fit: fitCommand,
  findings: findingsCommand,
  oracles: oraclesCommand,
  worker: workerCommand,
};

const usage = (): string =>
  [
    'npm run stead -- <command> [--json] [--as <e-mail>]',
    '',
    '  prepare                     migrate, load the published pack, make the first accounts',
    ...Object.values(COMMANDS).map(({ usage: line, about }) => `  ${line.padEnd(27)} ${about}`),
  ].join('\n');

/** In the shape that the command documents, also where it never ran. */
function refused(name: string | undefined, status: ExitStatus, rule: string, message: string): CommandResult {
  const own = COMMANDS[name ?? '']?.refusal;
  return own ? own(status, rule, message) : { status, document: { error: message }, text: message };
}

const namedIn = (argv: readonly string[]): string | undefined => argv.find((word) => word in COMMANDS);

/** What is said of a command that ended in an error which it doesn't know. */
export const failureOf = (argv: readonly string[], error: unknown): CommandResult =>
  refused(namedIn(argv), 1, 'failed', error instanceof Error ? error.message : String(error));

/** Whether the command runs where it is typed, without the database. */
export const isStandalone = (argv: readonly string[]): boolean => COMMANDS[argv[0] ?? '']?.standalone === true;

/** Whether the command heeds it when it is stopped; others go on to their end. */
export const isStoppable = (argv: readonly string[]): boolean => COMMANDS[argv[0] ?? '']?.stoppable === true;

/** Runs a command as the named user, or as the operator at this machine's shell. */
export async function execute(argv: readonly string[], tell: Tell, stop?: AbortSignal): Promise<CommandResult> {
  const args = parseArguments(argv);
  if (typeof args === 'string') return refused(namedIn(argv), 2, 'usage', `${args}.\n\n${usage()}`);
  const [name = ''] = args.words;
  if (name === '' || args.options.help) return { status: name ? 0 : 2, document: { usage: usage() }, text: usage() };
  const command = COMMANDS[name];
  if (!command) return refused(name, 2, 'usage', `There is no command "${name}".\n\n${usage()}`);
  const unknown = unknownArguments(command, args);
  if (unknown !== null) return refused(name, 2, 'usage', unknown);
  if (command.standalone) return command.run(args, tell, stop);
  try {
    const viewer = await findAccountViewer(args.options.as ?? null);
    return await runAs(viewer, () => command.run(args, tell, stop));
  } catch (error) {
    if (error instanceof AccessDenied) return refused(name, 3, 'not_permitted', error.message);
    if (error instanceof NotFound) return refused(name, 1, 'not_found', error.message);
    throw error;
  }
}
