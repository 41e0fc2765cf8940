'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useActionState, useState } from 'react';
import { savePathwayAction } from '@/app/scenarios/pathway/actions';
import {
  askedOf,
  atNodes,
  type BuilderDraft,
  cardsOf,
  changeCard,
  inPlaces,
  leversSetApart,
  type ReadyForm,
  removeCard,
  switchLever,
} from '@/components/pathway/builder-state';
import { getQueryClient } from '@/lib/client/query-client';
import type { LeverPositions } from '@/lib/contracts/lever-position';
import { Assumptions } from './assumptions';
import { CardPositions } from './card-positions';
import { LeverList } from './lever-list';
import { LivePathway } from './live-pathway';
import { OfferFields } from './offer-fields';
import { SaveForm } from './save-form';

type PathwayBuilderProps = {
  form: ReadyForm;
  start: BuilderDraft;
  scenarioId: string | null;
  /** When the scenario had last been saved as it was opened, ISO; null: a new one. */
  basedOn: string | null;
  isFrozen: boolean;
  /** By lever. */
  evidence: Readonly<Record<string, ReactNode>>;
  /** Of the model besides its levers. */
  basis: ReactNode;
  /** By region. */
  positions: LeverPositions;
  /** ISO date of today, for the name of a new scenario. */
  today: string;
};

/** Levers left, settings in the middle, what they change on the right: the numbers follow while a slider moves. */
export function PathwayBuilder(props: PathwayBuilderProps) {
  const { form, start, scenarioId, isFrozen, evidence, basis, positions, today } = props;
  const [draft, setDraft] = useState(start);
  // Decided once: two cards don't grow into one while a number is typed.
  const [apart] = useState(() => leversSetApart(start.scenario.offers));
  // As it was opened, even where the page around it is drawn again from a newer one.
  const [openedOn] = useState(props.basedOn);
  const [state, save, pending] = useActionState(savePathwayAction, null);
  return (
    <QueryClientProvider client={getQueryClient()}>
      <div className="grid min-w-0 gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,24rem)_minmax(0,1fr)]">
        <section aria-labelledby="levers" className="min-w-0">
          <h2 id="levers" className="mb-2 text-xl">
            Levers
          </h2>
          <LeverList
            form={form}
            draft={draft}
            onSwitch={(lever, isOn) => setDraft((now) => switchLever(now, lever, form, isOn))}
          />
        </section>
        <section aria-labelledby="settings" className="flex min-w-0 flex-col gap-4">
          <h2 id="settings" className="text-xl">
            What you would offer
          </h2>
          <Offers
            form={form}
            draft={draft}
            apart={apart}
            evidence={evidence}
            positions={positions}
            setDraft={setDraft}
          />
          <Assumptions
            scenario={draft.scenario}
            basis={basis}
            onChange={(change) => setDraft((now) => ({ ...now, scenario: { ...now.scenario, ...change } }))}
          />
          <SaveForm
            {...{ form, draft, scenarioId, isFrozen, today, pending, save }}
            basedOn={state?.savedAt ?? openedOn}
            errors={state?.errors ?? []}
            onName={(name) => setDraft((now) => ({ ...now, name }))}
          />
        </section>
        <section aria-labelledby="effect" className="min-w-0 lg:col-span-2 xl:col-span-1">
          <h2 id="effect" className="mb-2 text-xl">
            What it changes
          </h2>
          <LivePathway asked={askedOf(draft)} form={form} />
        </section>
      </div>
    </QueryClientProvider>
  );
}

type OffersProps = Pick<PathwayBuilderProps, 'form' | 'evidence' | 'positions'> & {
  draft: BuilderDraft;
  apart: ReadonlySet<string>;
  setDraft: (change: (now: BuilderDraft) => BuilderDraft) => void;
};

/** A card for each lever that is on. */
function Offers({ form, draft, apart, evidence, positions, setDraft }: OffersProps) {
  const cards = cardsOf(draft.scenario.offers, apart);
  if (cards.length === 0) {
    return (
      <p className="max-w-prose text-muted">
        Nothing yet. Switch a lever on: it starts as it was studied, for five intakes, on all posts of your region.
      </p>
    );
  }
  return cards.map((card) => (
    <OfferFields
      key={card.key}
      card={card}
      form={form}
      evidence={evidence[card.lever.id]}
      position={<CardPositions card={card} regions={form.regions} positions={positions} />}
      onChange={(change) => setDraft((now) => changeCard(now, card, change))}
      onPlaces={(places) => setDraft((now) => inPlaces(now, card, form, places))}
      onNodes={(nodes) => setDraft((now) => atNodes(now, card, form, nodes))}
      onRemove={() => setDraft((now) => removeCard(now, card))}
    />
  ));
}
