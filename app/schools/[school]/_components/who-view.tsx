import type { SchoolReach } from '@/lib/contracts/school-reach';
import { AbsentBlock } from './absent-block';
import { GradientBlock } from './gradient-chart';
import { RepresentationChart } from './representation-chart';

/** Who the entrants are, against a named population. */
export function WhoView({ reach: { who, gradient, school } }: { reach: SchoolReach }) {
  const { quintile, sex, ethnicity } = who;
  if (quintile.kind === 'absent' && quintile.reason === 'not_yours')
    return <AbsentBlock title="Entrants by deprivation, sex and ethnic group" block={quintile} />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <RepresentationChart
        id="quintile"
        lead="1"
        subject="deprivation fifth of the home"
        block={quintile}
        school={school}
      />
      <GradientBlock block={gradient} school={school} />
      <RepresentationChart id="sex" lead="F" subject="sex" block={sex} school={school} />
      <RepresentationChart id="ethnicity" lead="non_white" subject="ethnic group" block={ethnicity} school={school} />
    </div>
  );
}
