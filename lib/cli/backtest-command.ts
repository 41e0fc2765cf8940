import type { BacktestErrors, BacktestTested } from '@/lib/contracts/backtest';
import { getBacktest, getProjectionScorecard } from '@/lib/data/backtest';
import {
  backtestSentence,
  horizonWords,
  LEVEL_WORDS,
  MARK_WORDS,
  markNote,
  markValue,
  VERDICT_WORDS,
} from '@/lib/format/backtest-words';
import { formatPercent, formatShare } from '@/lib/format/number';
import type { Command, CommandResult } from './command';
import { rootOption } from './root-option';

const usage = (message: string): CommandResult => ({ status: 2, document: { error: message }, text: message });

const percent = (value: number | null): string => (value === null ? '–' : formatPercent(value)).padStart(8);

const lineOf = (one: BacktestErrors): string =>
  [
    `${one.isAcross ? '* ' : '  '}${LEVEL_WORDS[one.level]}, ${horizonWords(one.horizon)}`.padEnd(56),
    percent(one.percentageError),
    percent(one.persistencePercentageError),
    formatShare(one.within80, 0).padStart(8),
    formatShare(one.within95, 0).padStart(8),
  ].join('');

const textOf = (tested: BacktestTested): string =>
  [
    VERDICT_WORDS[tested.verdict].title,
    backtestSentence(tested.errors),
    ...tested.marks.map((mark) => `${MARK_WORDS[mark.id].label}: ${markValue(mark)} (${markNote(mark)})`),
    `${' '.repeat(56)}   error    last    in 80%  in 95%`,
    ...tested.errors.map(lineOf),
    '* predicted across a change of recruitment rules: in no mark',
  ].join('\n');

/** The model on past years, and stored projections against what happened. */
export const backtestCommand: Command = {
  usage: 'backtest [--root <code>]',
  about: 'fits earlier years, predicts later ones, compares',
  options: ['root'],
  mostWords: 1,
  run: async ({ options }) => {
    const root = rootOption(options.root);
    if (root === null) return usage(`backtest: there is no country ${options.root}.`);
    const [backtest, scorecard] = await Promise.all([getBacktest(root), getProjectionScorecard(root)]);
    const text =
      backtest.kind === 'tested' ? textOf(backtest) : `Nothing to test. Not loaded: ${backtest.missing.join('; ')}.`;
    return { status: 0, document: { backtest, scorecard }, text };
  },
};
