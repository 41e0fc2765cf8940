/** 0 done · 1 refused · 2 usage · 3 not permitted. */
export type ExitStatus = 0 | 1 | 2 | 3;

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
  /** Needs neither the database nor a viewer: runs where it is typed, also beside a running server. */
  readonly standalone?: true;
  readonly run: (args: Arguments, progress: (message: string) => void) => Promise<CommandResult>;
};

const FLAGS = new Set(['json', 'help', 'dry-run']);

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
