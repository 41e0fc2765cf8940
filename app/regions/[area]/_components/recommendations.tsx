import { Card } from '@/components/tremor/card';
import { AppLink } from '@/components/ui/app-link';
import { Disclosure } from '@/components/ui/disclosure';
import { Pill } from '@/components/ui/pill';
import type { Figure } from '@/lib/contracts/figure';
import { can, type Viewer } from '@/lib/domain/access/access';
import type { Area } from '@/lib/domain/geography/area';
import { actingRole } from '@/lib/domain/recommendations/acting-role';
import type { Assessment } from '@/lib/domain/recommendations/applicability';
import { type ActingRole, giftFor } from '@/lib/domain/recommendations/gift';
import { PROGRAMME } from '@/lib/domain/recommendations/programme';
import type { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { ACTOR_WORDS, GIFT_WORDS, listInWords, ORIGIN_WORDS, STRENGTH_WORDS } from '@/lib/format/words';

type Shown = { recommendation: Recommendation; sentence: string; measured: boolean };

type EntryProps = { shown: Shown; role: ActingRole | null; modelHref: string | null };

function Entry({ shown: { recommendation, sentence, measured }, role, modelHref }: EntryProps) {
  const { id, title, action, actors, strength, origin, evidenceNote, leverIds } = recommendation;
  const gift = role ? giftFor(actors, role) : null;
  const [lever] = leverIds;
  return (
    <li id={id} className="scroll-mt-24">
      <Card className="keep-together flex h-full flex-col gap-2 p-4">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h4 className="text-base">{title}</h4>
          {gift === 'not_in_your_gift' ? <Pill tone="outline">{GIFT_WORDS[gift]}</Pill> : null}
        </div>
        <p>{action}</p>
        <p className={measured ? 'border-l-4 border-accent pl-3' : 'text-sm text-muted'}>
          <span className="font-semibold">{measured ? 'Why here: ' : 'Local measure: '}</span>
          {sentence}
        </p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
          <dt className="text-muted">Who can act</dt>
          <dd>{listInWords(actors.map((actor) => ACTOR_WORDS[actor]))}</dd>
          <dt className="text-muted">Evidence</dt>
          <dd>{STRENGTH_WORDS[strength]}</dd>
          <dt className="text-muted">Origin</dt>
          <dd>{ORIGIN_WORDS[origin]}</dd>
        </dl>
        <Disclosure summary="What the sources say">
          <p className="max-w-prose text-sm">{evidenceNote}</p>
        </Disclosure>
        <p className="no-print mt-auto flex flex-wrap gap-x-4 text-sm">
          {modelHref && lever ? (
            <AppLink
              className="link py-1"
              href={`${modelHref}&lever=${lever}`}
              aria-label={`Try in a scenario: ${title}`}
            >
              Try in a scenario
            </AppLink>
          ) : null}
          <a className="link py-1" href={`/evidence#${id}`} aria-label={`Evidence: ${title}`}>
            Evidence
          </a>
        </p>
      </Card>
    </li>
  );
}

type GroupProps = { id: string; heading: string; note: string; entries: readonly Shown[] } & Omit<EntryProps, 'shown'>;

function GroupHeading({ id, heading, note, entries }: Pick<GroupProps, 'id' | 'heading' | 'note' | 'entries'>) {
  return (
    <>
      <h3 id={id} className="text-lg">{`${heading} (${entries.length})`}</h3>
      <p className="max-w-prose text-sm text-muted">{note}</p>
    </>
  );
}

function Group({ role, modelHref, ...heading }: GroupProps) {
  return (
    <section aria-labelledby={heading.id} className="flex flex-col gap-3">
      <GroupHeading {...heading} />
      {heading.entries.length > 0 ? (
        <ul className="grid gap-4 lg:grid-cols-2">
          {heading.entries.map((shown) => (
            <Entry key={shown.recommendation.id} shown={shown} role={role} modelHref={modelHref} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** What doesn't come from the interviews, in a line each; the register has the rest. */
function ShortGroup({ role, ...heading }: Omit<GroupProps, 'modelHref'>) {
  return (
    <section aria-labelledby={heading.id} className="flex flex-col gap-3">
      <GroupHeading {...heading} />
      <ul className="flex flex-col gap-2">
        {heading.entries.map(({ recommendation: { id, title, actors, strength } }) => (
          <li key={id} id={id} className="scroll-mt-24">
            <a className="link" href={`/evidence#${id}`}>
              {title}
            </a>
            <span className="text-sm text-muted">
              {` ${listInWords(actors.map((actor) => ACTOR_WORDS[actor]))}; evidence: ${STRENGTH_WORDS[strength]}`}
              {role && giftFor(actors, role) === 'not_in_your_gift'
                ? `; ${GIFT_WORDS.not_in_your_gift.toLowerCase()}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type RecommendationsProps = { assessment: Assessment<Figure>; area: Area; viewer: Viewer };

export function Recommendations({ assessment, area, viewer }: RecommendationsProps) {
  const mayModel = area.type === 'training_region' && can(viewer, 'scenario:write', area.code);
  const rest = { role: actingRole(viewer), modelHref: mayModel ? `/scenarios/new?region=${area.code}` : null };
  return (
    <section aria-labelledby="recommendations" className="flex flex-col gap-6">
      <h2 id="recommendations" className="scroll-mt-24 text-xl">
        What doctors said, and what could be done
      </h2>
      <Group
        id="measured-here"
        heading="Measured here"
        note="A current figure of this area measures what the recommendation is about. An association is not a cause: it says where to look, not what will happen."
        entries={assessment.measuredHere.map((entry) => ({ ...entry, measured: true }))}
        {...rest}
      />
      <Group
        id="applies-anywhere"
        heading="Applies anywhere, no local measure"
        note="From the interviews; nothing that is loaded measures it in this area."
        entries={assessment.appliesAnywhere.map((entry) => ({ ...entry, measured: false }))}
        {...rest}
      />
      <ShortGroup
        id="other-evidence"
        heading="Other evidence"
        note="Not from the interviews: neighbouring studies, policy reviews and the journeys study."
        entries={assessment.otherEvidence.map((entry) => ({ ...entry, measured: false }))}
        role={rest.role}
      />
      <p className="max-w-prose text-sm text-muted">{PROGRAMME.disclaimer}</p>
    </section>
  );
}
