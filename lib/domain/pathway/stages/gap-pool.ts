import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/**
 * Probability of entering specialty training in the second year after F2, of those who had not entered in the first:
 * (out at 12 months − out at 24 months) ÷ out at 12 months. In % of F2 completers. Source: scenario model §5.3.
 * @throws ModelInputError where more are out at 24 months than at 12, or nobody is.
 */
export const gapPoolYear2Hazard = (notInTraining12mPct: number, notInTraining24mPct: number): number => {
  if (!(notInTraining12mPct > 0 && notInTraining24mPct >= 0 && notInTraining24mPct <= notInTraining12mPct)) {
    throw new ModelInputError('at most those out at 12 months are out at 24');
  }
  return (notInTraining12mPct - notInTraining24mPct) / notInTraining12mPct;
};
