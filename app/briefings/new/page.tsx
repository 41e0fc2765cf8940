import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { createBriefingAction } from '@/app/briefings/actions';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { ComparedType } from '@/lib/contracts/region';
import { getArea, listAreas, ownRoot } from '@/lib/data/areas';
import { getRun } from '@/lib/data/scenario-runs';
import { authorise } from '@/lib/data/viewer';
import type { DatedArea, Root } from '@/lib/domain/geography/area';
import { AREA_TYPE_WORDS } from '@/lib/format/words';

export const metadata: Metadata = { title: 'New briefing' };

const Query = z.strictObject({ area: z.string().max(80).optional(), run: z.string().max(40).optional() });

const ASKS = [0, 1, 2];

const PURPOSES = [
  { value: 'information', label: 'For information' },
  { value: 'discussion', label: 'For discussion' },
  { value: 'decision', label: 'For decision' },
];

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A board of another time than those listed has a page of its own, and so can have a briefing. */
const withBoard = async (areas: readonly DatedArea[], code: string | undefined): Promise<readonly DatedArea[]> => {
  if (code === undefined || areas.some((area) => area.code === code)) return areas;
  const other = await getArea(code).catch(() => null);
  return other?.type === 'icb' ? [...areas, other] : areas;
};

/** Of the area that was chosen on the way here; else that of the reader's own scope. */
const rootFor = async (code: string | undefined): Promise<Root> =>
  (code === undefined ? null : await getArea(code).catch(() => null))?.root ?? (await forPage(ownRoot));

export default async function NewBriefingPage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/briefings/new');
  const { area, run } = query.data;
  await forPage(() => authorise('briefing:create', area ?? null));
  const root = await rootFor(area);
  const listed = await forPage(() => listAreas(ComparedType.options, { root }));
  const areas = await withBoard(listed, area);
  if (run) await forPage(() => getRun(run));
  const chosen = areas.find(({ code }) => code === area);
  if (area !== undefined && !chosen) redirect('/briefings/new');
  return (
    <PageMain root={root}>
      <PageHeader
        title={chosen ? `Briefing: ${chosen.name}` : 'New briefing'}
        crumbs={[{ href: '/briefings', label: 'Briefings' }]}
        lead={
          run
            ? 'Four or five pages from this region’s page, with the modelled option, its cost and who loses.'
            : 'Three or four pages from the area’s page. Asks are printed only if you type them.'
        }
      />
      <form action={createBriefingAction} className="flex max-w-prose flex-col gap-6">
        <input type="hidden" name="run" value={run ?? ''} />
        {run && area ? (
          <input type="hidden" name="area" value={area} />
        ) : (
          <Select
            name="area"
            label="Area"
            defaultValue={area ?? ''}
            required
            options={areas.map(({ code, name, type }) => ({ value: code, label: name, group: AREA_TYPE_WORDS[type] }))}
          />
        )}
        <Select name="purpose" label="Purpose" defaultValue="information" options={PURPOSES} />
        <Disclosure summary="Add what you are asking for (optional, at most three)">
          <div className="flex flex-col gap-6">
            {ASKS.map((at) => (
              <fieldset key={at} className="flex flex-col gap-3">
                <legend className="font-semibold">{`Ask ${at + 1}`}</legend>
                <TextArea name={`ask:${at}:text`} id={`ask-${at}-text`} label="What you ask" rows={2} maxLength={500} />
                <TextInput name={`ask:${at}:owner`} id={`ask-${at}-owner`} label="Of whom" maxLength={200} />
                <TextInput name={`ask:${at}:date`} id={`ask-${at}-date`} label="By when" maxLength={100} />
                <TextInput name={`ask:${at}:cost`} id={`ask-${at}-cost`} label="Cost" maxLength={200} />
              </fieldset>
            ))}
          </div>
        </Disclosure>
        <div>
          <Button type="submit">Make the briefing</Button>
        </div>
      </form>
    </PageMain>
  );
}
