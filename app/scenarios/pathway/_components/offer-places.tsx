import {
  groupsFor,
  MOST_OFFERS,
  nodesFor,
  type OfferCard,
  type Places,
  placesOf,
  type ReadyForm,
} from '@/components/pathway/builder-state';
import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { groupWords, NODE_WORDS } from '@/lib/format/pathway-words';
import { listInWords } from '@/lib/format/words';

type OfferPlacesProps = {
  card: OfferCard;
  form: ReadyForm;
  onPlaces: (places: Places) => void;
  onNodes: (nodes: Offer['nodes']) => void;
};

const nodeLabel = (node: keyof typeof NODE_WORDS): string => NODE_WORDS[node];

const toggled = <Value,>(list: readonly Value[], value: Value, isOn: boolean): Value[] =>
  isOn ? [...list, value] : list.filter((one) => one !== value);

/** Where a lever is offered and to whom: any of the regions, any of the specialty groups, at which levels. */
export function OfferPlaces({ card, form, onPlaces, onNodes }: OfferPlacesProps) {
  const { lever, offers } = card;
  const places = placesOf(card);
  const nodes = [...new Set(places.regionCodes.flatMap((code) => nodesFor(lever, form, code)))];
  const chosen = nodes.filter((node) => offers.some((offer) => offer.nodes.includes(node)));
  return (
    <>
      <Regions card={card} form={form} places={places} onPlaces={onPlaces} />
      <Groups card={card} form={form} places={places} onPlaces={onPlaces} />
      <Select
        name={`${card.key}-nodes`}
        label="Who enters at"
        value={chosen.join(' ')}
        options={[
          ...(nodes.length > 1 ? [{ value: nodes.join(' '), label: nodes.map(nodeLabel).join(', ') }] : []),
          ...nodes.map((node) => ({ value: node, label: nodeLabel(node) })),
        ]}
        onChange={({ currentTarget }) => onNodes(nodes.filter((node) => currentTarget.value.split(' ').includes(node)))}
      />
    </>
  );
}

type ChoiceProps = Pick<OfferPlacesProps, 'card' | 'form' | 'onPlaces'> & { places: Places };

function Regions({ card, form, places, onPlaces }: ChoiceProps) {
  const { regionCodes } = places;
  const named = form.regions.filter(({ code }) => regionCodes.includes(code)).map(({ name }) => name);
  if (form.regions.length === 1) return <p>{`Where: ${listInWords(named)}`}</p>;
  return (
    <Disclosure summary={`Where: ${listInWords(named)}`}>
      <fieldset className="flex flex-col">
        <legend className="sr-only">Where</legend>
        {form.regions.map(({ code, name }) => (
          <Checkbox
            key={code}
            name={`${card.key}-${code}`}
            label={name}
            checked={regionCodes.includes(code)}
            disabled={nodesFor(card.lever, form, code).length === 0}
            onChange={({ currentTarget }) =>
              onPlaces({ ...places, regionCodes: toggled(regionCodes, code, currentTarget.checked) })
            }
          />
        ))}
        <p className="text-sm text-muted">{`One at least; ${MOST_OFFERS} pairs of region and specialty at most.`}</p>
      </fieldset>
    </Disclosure>
  );
}

function Groups({ card, form, places, onPlaces }: ChoiceProps) {
  const { lever } = card;
  const all = lever.groups === null ? 'all' : 'all that it is for';
  const known = [...new Set(places.regionCodes.flatMap((code) => groupsFor(lever, form, code)))];
  const isAll = places.groups.includes(null);
  const named = places.groups.flatMap((group) => (group === null ? [] : [groupWords(group)]));
  const change = (group: SpecialtyGroup, isOn: boolean) => {
    const left = toggled(isAll ? [] : places.groups, group, isOn);
    onPlaces({ ...places, groups: left.length > 0 ? left : [null] });
  };
  return (
    <Disclosure summary={`Specialties: ${isAll ? all : listInWords(named)}`}>
      <fieldset className="flex flex-col">
        <legend className="sr-only">Specialties</legend>
        <Checkbox
          name={`${card.key}-all-groups`}
          label={lever.groups === null ? 'All specialties' : 'All that it is for'}
          checked={isAll}
          disabled={isAll}
          onChange={() => onPlaces({ ...places, groups: [null] })}
        />
        {known.map((group) => (
          <Checkbox
            key={group}
            name={`${card.key}-${group}`}
            label={groupWords(group)}
            checked={places.groups.includes(group)}
            onChange={({ currentTarget }) => change(group, currentTarget.checked)}
          />
        ))}
      </fieldset>
    </Disclosure>
  );
}
