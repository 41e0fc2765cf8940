import { NumberInput } from '@/components/ui/number-input';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';

export type OfferNumbersProps = {
  id: (part: string) => string;
  lever: PathwayLever;
  /** Any of a card's offers: their numbers are the same. */
  offer: Offer;
  startYear: number;
  onChange: (change: Partial<Offer>) => void;
};

const PERCENT = 100;
const numberOr = (text: string, otherwise: number): number => (text.trim() === '' ? otherwise : Number(text));

/** How large, on how many posts, when, and at what price. */
export function OfferNumbers(props: OfferNumbersProps) {
  const { id, lever, offer, startYear, onChange } = props;
  const { intensity } = lever;
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberInput
        name={id('intensity')}
        label={`Size, ${intensity.unit}`}
        min={intensity.least}
        max={intensity.most}
        step={intensity.step}
        value={offer.intensity}
        onChange={({ currentTarget }) => onChange({ intensity: numberOr(currentTarget.value, 0) })}
      />
      <NumberInput
        name={id('coverage')}
        label="Posts with it"
        unit="%"
        min={0}
        max={100}
        value={Math.round(PERCENT * PERCENT * offer.coverage) / PERCENT}
        onChange={({ currentTarget }) => onChange({ coverage: numberOr(currentTarget.value, 0) / PERCENT })}
      />
      <NumberInput
        name={id('from')}
        label="First intake"
        min={startYear}
        value={offer.fromYear}
        onChange={({ currentTarget }) => onChange({ fromYear: numberOr(currentTarget.value, startYear) })}
      />
      <NumberInput
        name={id('to')}
        label="Last intake"
        min={offer.fromYear}
        value={offer.toYear}
        onChange={({ currentTarget }) => onChange({ toYear: numberOr(currentTarget.value, offer.fromYear) })}
      />
      <Cost {...props} />
      {lever.cost.isPaidOnce ? null : (
        <NumberInput
          name={id('years')}
          label="Years paid to each"
          hint="At most as long as the stage lasts."
          min={0}
          max={20}
          value={offer.yearsPaid}
          onChange={({ currentTarget }) => onChange({ yearsPaid: numberOr(currentTarget.value, 0) })}
        />
      )}
    </div>
  );
}

const priceHint = ({ perPlacePerYearGbp, isPaidOnce, yearsPaid }: PathwayLever['cost']): string => {
  if (isPaidOnce) return `Empty: the payment itself. Charged for ${yearsPaid} years.`;
  return perPlacePerYearGbp === 'follows' ? 'Empty: the payment itself.' : 'Empty: as published, if at all.';
};

function Cost({ id, lever: { cost }, offer, onChange }: OfferNumbersProps) {
  if (cost.charged === 'per_year') {
    return (
      <NumberInput
        name={id('cost')}
        label="Whole sum a year, of each region"
        unit="£"
        hint="Empty: as published, if at all."
        min={0}
        value={offer.fixedPerYearGbp || ''}
        onChange={({ currentTarget: { value } }) => onChange({ fixedPerYearGbp: numberOr(value, 0) })}
      />
    );
  }
  return (
    <NumberInput
      name={id('cost')}
      label="Cost per place and year"
      unit="£"
      hint={priceHint(cost)}
      min={0}
      value={offer.costPerPlacePerYearGbp ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ costPerPlacePerYearGbp: value.trim() === '' ? null : Number(value) })
      }
    />
  );
}
