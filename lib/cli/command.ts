import type { CommandProgress } from '@/lib/contracts/command-stream';

/** 0 done · 1 refused · 2 usage · 3 not permitted. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** Says how far a command is, to whoever waits for it. */
export type Tell = (progress: CommandProgress) => void;

/** For commands whose progress is words only. */
export const inWords =
  (tell: Tell): ((message: string) => void) =>
  (message) =>
    tell({ message, phase: null, rows: null });

/** What a command was asked: words, `--name value` options, `--flag`s. */
export type Arguments = {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly json: boolean;
};

export type CommandResult = {
  readonly status: ExitStatus;
  /** The one JSON document of `--json`. */
  readonly document: unknown;
  /** The same for people. */
  readonly text: string;
  /** Files to write where the command was typed. */
  readonly files?: readonly { path: string; base64: string }[];
};

export type Command = {
  readonly usage: string;
  readonly about: string;
  /** Options of its own, without `--`; flags have no value. */
  readonly options?: readonly string[];
  readonly flags?: readonly string[];
  /** Words that it takes, itself among them. */
  readonly mostWords: number;
  /** Needs neither the database nor a viewer: runs where it is typed, also beside a running server. */
  readonly standalone?: true;
  /** Ends early, with nothing half done, when `stop` says so. */
  readonly stoppable?: true;
  /** Its document of a refusal, where that is not `{error}`. */
  readonly refusal?: (status: ExitStatus, rule: string, message: string) => CommandResult;
  readonly run: (args: Arguments, tell: Tell, stop?: AbortSignal) => Promise<CommandResult>;
};

const FLAGS = new Set(['json', 'help', 'dry-run', 'disclosure']);
/** Options that every command has. */
const COMMON = ['as', 'json', 'help'];

const isNear = (one: string, other: string): boolean =>
  one.replaceAll('-', '') === other.replaceAll('-', '') || other.startsWith(one) || one.startsWith(other);

/** What the command doesn't know among its arguments, in words: a mistyped option must not be passed over. */
export function unknownArguments(
  { options = [], flags = [], mostWords }: Command,
  { words, options: given }: Arguments,
): string | null {
  const known = [...options, ...flags, ...COMMON];
  const name = Object.keys(given).find((one) => !known.includes(one));
  if (name !== undefined) {
    const meant = known.find((one) => isNear(name, one));
    const own = [...options, ...flags].map((one) => `--${one}`).join(', ');
    const hint = meant ? `Did you mean --${meant}?` : own ? `There are ${own}.` : '';
    return `${words[0]}: there is no option --${name}. ${hint}`.trim();
  }
  const surplus = words[mostWords];
  return surplus === undefined ? null : `${words[0]}: “${surplus}” is one word too many.`;
}

/** The arguments, or what is wrong with them. */
export function parseArguments(argv: readonly string[]): Arguments | string {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    const value = FLAGS.has(name) ? 'yes' : (inline ?? argv[++i]);
    if (value === undefined) return `--${name} needs a value`;
    options[name] = value;
  }
  return { words, options, json: options.json === 'yes' };
}
