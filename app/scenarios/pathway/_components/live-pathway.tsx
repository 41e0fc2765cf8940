import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import type { ReadyForm } from '@/components/pathway/builder-state';
import { PathwayDrawings } from '@/components/pathway/pathway-drawings';
import { PathwayNumbers } from '@/components/pathway/pathway-numbers';
import { Callout } from '@/components/tremor/callout';
import { Progress } from '@/components/ui/progress';
import { previewQuery } from '@/lib/client/pathway-stream';
import type { PathwayHeadline, PathwayModelled } from '@/lib/contracts/pathway-result';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';

/** A slider asks once it rests or is let go, not at every step on its way. */
const RESTS_MS = 120;

const isSlider = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === 'range';

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const settle = () => setRested((now) => (JSON.stringify(now) === key ? now : JSON.parse(key)));
    const timer = setTimeout(settle, RESTS_MS);
    const letGo = ({ target }: Event) => {
      if (!isSlider(target)) return;
      clearTimeout(timer);
      settle();
    };
    window.addEventListener('pointerup', letGo);
    window.addEventListener('keyup', letGo);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerup', letGo);
      window.removeEventListener('keyup', letGo);
    };
  }, [key]);
  return rested;
}

/** What is known of a question before its whole answer. */
type Early = { of: string; headline: PathwayHeadline; result: PathwayModelled | null };

/** The result of what is set now. It firms up as draws come in; the last one stays in place until then. */
export function LivePathway({ asked, form }: { asked: PathwayScenario; form: ReadyForm }) {
  const rested = useRested(asked);
  const [early, setEarly] = useState<Early | null>(null);
  const isEmpty = rested.offers.length === 0;
  const key = JSON.stringify(rested);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    ...previewQuery(rested, {
      onHeadline: (headline) => setEarly({ of: key, headline, result: null }),
      onPartial: (result) => setEarly({ of: key, headline: result, result }),
    }),
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
  });
  if (isEmpty) return <p className="text-muted">Nothing is offered, so nothing changes.</p>;
  if (error)
    return (
      <div role="alert">
        <Callout tone="danger" title="No result">
          {error.message}
        </Callout>
      </div>
    );
  if (data?.kind === 'refused' && !isFetching) {
    return (
      <div role="alert">
        <Callout tone="danger" title="This can’t be modelled">
          {data.reasons.map(({ message }) => message).join(' ')}
        </Callout>
      </div>
    );
  }
  // First draws count for the question that they answer alone.
  const own = early?.of === key ? early : null;
  const whole = data?.kind === 'modelled' ? data : null;
  const shown = (isFetching && own?.headline) || whole || own?.headline || null;
  const isFormer = isPlaceholderData && shown !== own?.headline;
  const status = isFetching
    ? isFormer
      ? 'Working: below are the numbers of the former setting.'
      : `Working: ${shown ? `${shown.summary.draws} of ${rested.draws} draws so far${own?.result ? '' : '; drawings follow'}` : 'the first draws are on their way'}.`
    : `${shown?.summary.draws ?? 0} draws. Save to keep the run and to send it.`;
  return (
    <div aria-busy={isFetching} className="flex min-w-0 flex-col gap-4">
      <Numbers
        status={status}
        headline={shown}
        result={(isFetching && own?.result) || whole}
        form={form}
        draws={rested.draws}
      />
    </div>
  );
}

type NumbersProps = {
  status: string;
  headline: PathwayHeadline | null;
  result: PathwayModelled | null;
  form: ReadyForm;
  draws: number;
};

/** Numbers come first. Drawings, each with its run, follow in small steps, so that a slider that is still being drawn goes before them. */
function Numbers({ status, headline, result, form, draws }: NumbersProps) {
  const drawn = useDeferredValue(result);
  /** For which region a run is read: the first that something is offered in. */
  const regionOf = ({ scenario: { offers } }: Pick<PathwayHeadline, 'scenario'>) =>
    form.regions.find(({ code }) => code === offers[0]?.regionCode) ?? form.area;
  return (
    <>
      <p role="status" className="text-sm text-muted">
        {status}
      </p>
      {headline ? (
        <div className="@container flex min-w-0 flex-col gap-6">
          <PathwayNumbers result={headline} areaName={regionOf(headline).name} />
          {drawn ? (
            <PathwayDrawings result={drawn} areaCode={regionOf(drawn).code} areaName={regionOf(drawn).name} />
          ) : null}
        </div>
      ) : (
        <Progress id="draws" label="First draws" done={0} total={draws} unit="draws" />
      )}
    </>
  );
}
