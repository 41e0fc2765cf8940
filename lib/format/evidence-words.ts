import { quantileOf } from '@/lib/domain/levers/distribution';
import type { EvidenceRow, Reading } from '@/lib/domain/levers/evidence/evidence-row';
import type { Distribution } from '@/lib/domain/levers/lever';
import { LEVER_PARAMETERS, type LeverParameterId } from '@/lib/domain/levers/lever-parameters';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { formatDigits } from './number';

export const READING_WORDS: Readonly<Record<Reading, string>> = {
  excerpt: 'read in the source itself, in part',
  secondary: 'read in a report about the source',
  derived: 'worked out from cited figures',
  unverified: 'background knowledge, not checked',
  assumption: 'an assumption',
};

export const USE_WORDS: Readonly<Record<EvidenceRow['use'], string>> = {
  lever: 'the effect of what is offered',
  parameter: 'enters levers',
  baseline: 'enters without any lever',
  check: 'a check only: never applied',
};

const isShare = (unit: string): boolean => /^(share|probability)/.test(unit);

/** What kind of spread it is, in words and with its own numbers. */
export const distributionKindWords = (distribution: Distribution): string => {
  const n = formatDigits;
  switch (distribution.dist) {
    case 'fixed':
      return 'the same in every draw: no spread was given to it';
    case 'normal':
      return `normal (as likely above the middle as below it), mean ${n(distribution.mean)}, standard deviation ${n(distribution.sd)}`;
    case 'truncnormal':
      return `normal, mean ${n(distribution.mean)}, standard deviation ${n(distribution.sd)}, cut to ${n(distribution.lo)} to ${n(distribution.hi)}`;
    case 'lognormal':
      return `lognormal (never below 0, a longer tail above than below), median ${n(distribution.median)}, standard deviation of its logarithm ${n(distribution.sdlog)}`;
    case 'beta':
      return `beta (between 0 and 1), Beta(${n(distribution.a)}, ${n(distribution.b)}), mean ${n(distribution.a / (distribution.a + distribution.b))}`;
    case 'uniform':
      return `uniform (every value from ${n(distribution.lo)} to ${n(distribution.hi)} alike)`;
  }
};

/** `0.0258 utility per 1 % of basic pay (80% of draws 0.0145 to 0.0459, 95% 0.0107 to 0.0623)`: median and intervals in its own unit. */
export const distributionWords = (distribution: Distribution, unit: string): string => {
  const at = (probability: number): string => formatDigits(quantileOf(distribution, probability));
  const middle = `${at(0.5)} ${isShare(unit) ? `(${unit}, 0 to 1)` : unit}`;
  if (distribution.dist === 'fixed') return middle;
  return `${middle}; 80% of draws ${at(0.1)} to ${at(0.9)}, 95% ${at(0.025)} to ${at(0.975)}`;
};

const nameOf = (id: LeverParameterId): string => LEVER_PARAMETERS[id].name.toLowerCase();
const product = (ids: readonly LeverParameterId[]): string => ['money scale b', ...ids.map(nameOf)].join(' × ');

const dialWords = ({ intensity: { unit, whole } }: PathwayLever): string =>
  whole === 1 ? `what is set (${unit})` : `what is set (${unit}) ÷ ${formatDigits(whole)}`;

/** How the model turns the numbers of a lever into what it does, a line each for entry, leaving and after training. */
export const conversionLines = (lever: PathwayLever): string[] => {
  const { entry, leaving, career } = lever;
  const dial = dialWords(lever);
  const lines: string[] = [];
  if (entry.kind === 'none') lines.push(`At entry: nothing. ${entry.reason}`);
  if (entry.kind === 'pay') {
    lines.push(
      `At entry: utility = money scale b × 100 × (£ set × ${formatDigits(entry.perYear)} a year ÷ basic pay at the post).`,
    );
  }
  if (entry.kind === 'wta') lines.push(`At entry: utility = ${product(entry.factors)} × ${dial}.`);
  if (entry.kind === 'direct') lines.push(`At entry: utility = ${nameOf(entry.parameter)}, as drawn × ${dial}.`);
  if (leaving.kind === 'none') lines.push(`Leaving: nothing. ${leaving.reason}`);
  if (leaving.kind === 'by_gamma')
    lines.push('Leaving: the hazard × exp(−γ × utility of the package), γ from entry to staying.');
  if (leaving.kind === 'ratio')
    lines.push(`Leaving: the hazard × (${nameOf(leaving.parameter)}), to the power of ${dial}.`);
  if (leaving.kind === 'burnout') {
    lines.push(
      'Leaving: the hazard × (share left with high burnout × ratio + the rest) ÷ (share before × ratio + the rest).',
    );
  }
  if (career.kind === 'utility') {
    const size =
      career.size.kind === 'direct' ? `${nameOf(career.size.parameter)}, as drawn` : product(career.size.factors);
    lines.push(`At CCT: utility of the region = ${size} × ${dial}.`);
    if (career.afterTie) {
      lines.push(
        `After ${career.afterTie.tieYears} years: the hazard of leaving × ${nameOf(career.afterTie.parameter)}.`,
      );
    }
  }
  return lines;
};
