import type { ReactNode } from 'react';
import type { OfferCard, Places, ReadyForm } from '@/components/pathway/builder-state';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { IntervalSlider } from '@/components/ui/interval-slider';
import { Pill } from '@/components/ui/pill';
import { TextArea } from '@/components/ui/text-area';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { formatNumber } from '@/lib/format/number';
import { CERTAINTY_WORDS } from '@/lib/format/words';
import { OfferNumbers } from './offer-numbers';
import { OfferPlaces } from './offer-places';

type OfferFieldsProps = {
  card: OfferCard;
  form: ReadyForm;
  /** Worked out on the server: long, and the same for everybody. */
  evidence: ReactNode;
  /** Where its regions stand in what the lever acts on. */
  position: ReactNode;
  onChange: (change: Partial<Offer>) => void;
  onPlaces: (places: Places) => void;
  onNodes: (nodes: Offer['nodes']) => void;
  onRemove: () => void;
};

const AS_STUDIED = { low: 1, high: 1 };
const PERCENT = 100;
const asPercent = (share: number): string => `${formatNumber(PERCENT * share)}% of the evidence`;

/** The settings of one lever that is on: where, for whom, how strong, when, at what price, and why. */
export function OfferFields({
  card,
  form,
  evidence,
  position,
  onChange,
  onPlaces,
  onNodes,
  onRemove,
}: OfferFieldsProps) {
  const { key, lever, offers } = card;
  const [offer] = offers;
  if (!offer) return null;
  const id = (part: string) => `${key}-${part}`;
  return (
    <section
      aria-labelledby={id('name')}
      className="flex min-w-0 flex-col gap-4 rounded-lg border border-accent bg-surface p-4"
    >
      <Head id={id('name')} lever={lever} intensity={offer.intensity} onRemove={onRemove} />
      <OfferPlaces card={card} form={form} onPlaces={onPlaces} onNodes={onNodes} />
      {position}
      <IntervalSlider
        id={id('strength')}
        label="How strong, 80% interval"
        hint="100% is what the evidence says, with its own spread. Both thumbs there: the evidence as it stands."
        least={0}
        most={2}
        step={0.05}
        {...(offer.strength ?? AS_STUDIED)}
        write={asPercent}
        onChange={(strength) =>
          onChange({ strength: strength.low === 1 && strength.high === 1 ? undefined : strength })
        }
      />
      <OfferNumbers id={id} lever={lever} offer={offer} startYear={form.startYear} onChange={onChange} />
      <TextArea
        name={id('reason')}
        label="Your reason (kept with the run)"
        rows={2}
        maxLength={2_000}
        value={offer.reason ?? ''}
        onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
      />
      <Disclosure summary="Why this number">{evidence}</Disclosure>
    </section>
  );
}

type HeadProps = { id: string; lever: PathwayLever; intensity: number; onRemove: () => void };

function Head({ id, lever, intensity, onRemove }: HeadProps) {
  const { studiedUpTo } = lever.intensity;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 id={id} className="text-lg">
          {lever.name}
        </h3>
        <Button variant="quiet" onClick={onRemove} aria-label={`Take away: ${lever.name}`}>
          Take away
        </Button>
      </div>
      <p className="text-sm text-muted">{lever.definition}</p>
      <p>
        <Pill tone={lever.certainty === 'none' ? 'caution' : 'outline'}>{CERTAINTY_WORDS[lever.certainty]}</Pill>
        {studiedUpTo !== null && intensity > studiedUpTo ? <Pill tone="caution">outside the evidence</Pill> : null}
      </p>
    </>
  );
}
