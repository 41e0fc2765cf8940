import { fitJourneyModel } from '@/lib/data/journey-models';
import { JOURNEY_MODELS } from '@/lib/domain/journey-models/fitted-model';
import { shownCoefficients } from '@/lib/domain/journey-models/sentences-of-fit';
import type { Command, CommandResult } from './command';
import { rootOption } from './root-option';

const usage = (message: string): CommandResult => ({ status: 2, document: { error: message }, text: message });

const write = (value: number): string => value.toFixed(4).padStart(10);

/** A model of doctors' journeys, fitted to the newest cohort of a country, else to its rounded tables. */
export const fitCommand: Command = {
  usage: 'fit <model> [--root]',
  about: `fits ${JOURNEY_MODELS.join(', ')} to the cohort that is loaded, else to rounded tables`,
  options: ['root'],
  mostWords: 2,
  run: async ({ words, options }) => {
    const model = JOURNEY_MODELS.find((one) => one === words[1]);
    if (!model) return usage(`fit: name a model: ${JOURNEY_MODELS.join(', ')}.`);
    const root = rootOption(options.root);
    if (root === null) return usage(`fit: there is no country ${options.root}.`);
    const { fitted, receipt } = await fitJourneyModel(model, root);
    const { n, zeroShare, diagnostics, roundedTo } = fitted;
    const data = roundedTo === undefined ? 'cohort' : `rounded tables (to ${roundedTo})`;
    const coefficients = [...fitted.coefficients, ...shownCoefficients(fitted)];
    const lines = coefficients.map(
      ({ term, estimate, se, lower, upper }) =>
        `${term.padEnd(44)}${write(estimate)}${write(se)}${write(lower)}${write(upper)}`,
    );
    const head = `${model}, ${n} cells, ${(100 * zeroShare).toFixed(1)} % of them 0; ${data} ${receipt.release}; receipt ${receipt.id}`;
    return {
      status: 0,
      document: {
        model,
        n,
        zeroShare,
        coefficients,
        diagnostics: { ...diagnostics, ...(roundedTo === undefined ? {} : { roundedTo }) },
        receipt,
      },
      text: [head, `${'term'.padEnd(44)}  estimate        se     lower     upper`, ...lines].join('\n'),
    };
  },
};
