import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import type { Area } from '@/lib/domain/geography/area';
import type { PeerChoice } from './peer-choice';

type PeersFormProps = {
  action: string;
  /** Parameters that stay as they are. */
  kept: Readonly<Record<string, string | undefined>>;
  areas: readonly Area[];
  /** The area that is compared: no peer of itself. */
  own: string;
  peers: PeerChoice;
  resetHref: string;
};

/** A long list of areas offers the nearest ones. */
const MOST_OFFERED = 42;

function offeredAreas({ areas, own, peers }: PeersFormProps): readonly Area[] {
  const others = areas.filter(({ code }) => code !== own);
  if (areas.length <= MOST_OFFERED) return others;
  const nearest = peers.nearest(MOST_OFFERED);
  const offered = new Set([
    ...peers.codes,
    ...(nearest.kind === 'similar' ? nearest.areas.map(({ code }) => code) : []),
  ]);
  return others.filter(({ code }) => offered.has(code));
}

/** The reader's own peers, in the address: works without script. */
export function PeersForm(props: PeersFormProps) {
  const { action, kept, areas, peers, resetHref } = props;
  const offered = offeredAreas(props);
  const isChosen = peers.kind === 'chosen';
  // A long list without an area to start from: choose one there first.
  if (offered.length === 0) return null;
  return (
    <Disclosure
      className="no-print"
      summary={isChosen ? `Your peers: ${peers.names}. Change them` : 'Compare with areas of your own choice'}
    >
      <form method="get" action={action} className="flex flex-col gap-3">
        {Object.entries(kept).map(([name, value]) =>
          value === undefined || value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="text-sm text-muted">
            {`Up to twelve areas take the place of the similar ones, here and in downloads.${
              offered.length < areas.length - 1 ? ' Offered: the most similar ones.' : ''
            }`}
          </legend>
          <div className="grid max-h-96 gap-x-6 overflow-y-auto p-1 sm:grid-cols-2 lg:grid-cols-3">
            {offered.map(({ code, name }) => (
              <Checkbox
                key={code}
                id={`peer-${code}`}
                name="peers"
                value={code}
                label={name}
                defaultChecked={peers.codes.includes(code)}
              />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="secondary">
            Compare with these
          </Button>
          {isChosen ? (
            <AppLink className="link text-sm" href={resetHref}>
              Back to similar areas
            </AppLink>
          ) : null}
        </div>
      </form>
    </Disclosure>
  );
}
