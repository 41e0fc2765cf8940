import { Disclosure } from '@/components/ui/disclosure';
import { Stat } from '@/components/ui/stat';
import type { KeptFit } from '@/lib/contracts/journey-fit';
import { LEFT_OUT_WORDS, termWords } from '@/lib/format/model-words';
import { formatCount, formatNumber, formatShare } from '@/lib/format/number';
import { REFUSAL_WORDS } from '@/lib/format/words';

/** Cells vary as counts do by chance at 1; from here on the intervals are clearly wider for it. */
const OVER_DISPERSED = 1.5;

/** How well a model fits, and what it does without. */
export function FitDiagnostics({ kept: { fitted, names } }: { kept: KeptFit }) {
  const { n, zeroShare, diagnostics } = fitted;
  const { people, dispersion, devianceExplained, degreesOfFreedom, errorsMethod, leftOut } = diagnostics;
  return (
    <section aria-labelledby="diagnostics" className="flex flex-col gap-4">
      <h2 id="diagnostics" className="text-lg">
        How well it fits
      </h2>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <Stat label="Cells" value={formatCount(n)} note={`${formatCount(degreesOfFreedom)} degrees of freedom`} />
        <Stat label="People" value={formatCount(people)} note="To the nearest 5" />
        <Stat label="Cells at 0" value={formatShare(zeroShare)} note="Kept in the fit where it can learn from them" />
        <Stat label="Deviance explained" value={formatShare(devianceExplained)} note="By the slopes" />
        <Stat
          label="Over-dispersion"
          value={formatNumber(dispersion, 2)}
          note={
            dispersion > OVER_DISPERSED
              ? 'Above 1: cells vary by more than chance, and errors are widened for it'
              : '1 is chance alone'
          }
        />
      </div>
      <p className="max-w-prose text-sm text-muted">
        {`${errorsMethod} Cells are taken as independent: where people of a school move together for reasons of their own, intervals are too narrow.`}
      </p>
      {leftOut.length > 0 ? (
        <Disclosure summary={`Left out of the fit (${leftOut.length})`}>
          <ul className="list-disc pl-5 text-sm">
            {leftOut.map(({ what, code, reason }) => (
              <li key={`${what} ${code} ${reason}`}>
                {`${LEFT_OUT_WORDS[what]} ${what === 'term' ? termWords(code) : (names[code] ?? code)}: ${REFUSAL_WORDS[reason]}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : (
        <p className="text-sm text-muted">Nothing is left out.</p>
      )}
    </section>
  );
}
