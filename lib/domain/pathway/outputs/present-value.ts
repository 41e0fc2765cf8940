import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/** Real discount rate of the Green Book (February 2026) for up to 30 years. */
export const GREEN_BOOK_RATE = 0.035;

/**
 * Present value of an amount a year: in arrears `(1 − (1 + r)^−n) ÷ r`, in advance that × (1 + r). £ of the start.
 * @throws ModelInputError for fewer than 0 years or a rate of −1 or below.
 */
export const annuityPresentValue = (request: {
  amountPerYearGbp: number;
  years: number;
  rate: number;
  timing: 'arrears' | 'advance';
}): number => {
  const { amountPerYearGbp, years, rate, timing } = request;
  if (!(years >= 0 && rate > -1)) throw new ModelInputError('years from 0, and a rate above −1');
  const arrears = rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
  return amountPerYearGbp * (timing === 'arrears' ? arrears : arrears * (1 + rate));
};

/** Present value of payments at the start of each year. £ of the first. */
export const presentValueGbp = (perYearGbp: readonly number[], rate = GREEN_BOOK_RATE): number =>
  perYearGbp.reduce((sum, gbp, year) => sum + gbp / (1 + rate) ** year, 0);
