import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { DownloadLinks } from '@/components/ui/download-links';
import { regionHref } from '@/lib/contracts/regions-query';
import type { ColdSpots as Block, ColdSpotRow } from '@/lib/contracts/school-reach';
import { coldSpotFiles } from '@/lib/contracts/school-reach-query';
import { cohortYears } from '@/lib/format/journey-source-words';
import { measureText, rangeText } from '@/lib/format/measure-words';
import { formatNumber } from '@/lib/format/number';
import { CHANCE_WORDS, COLD_TITLE, coldTitle, EXPECTED_WORDS } from '@/lib/format/reach-words';
import { AbsentBlock } from './absent-block';
import { baseNote, sourceNote } from './block-papers';

const COLUMNS: readonly TableColumn<ColdSpotRow>[] = [
  {
    key: 'name',
    header: 'Home authority',
    cell: ({ code, name }) => (
      <AppLink className="link" href={regionHref(code, {})}>
        {name}
      </AppLink>
    ),
  },
  { key: 'sent', header: 'Sent', numeric: true, cell: ({ entrants }) => measureText(entrants, 0) },
  {
    key: 'expected',
    header: 'Expected',
    numeric: true,
    cell: ({ expected }) => (expected === null ? 'Not known' : formatNumber(expected, 0)),
  },
  {
    key: 'shortfall',
    header: 'Shortfall',
    numeric: true,
    cell: ({ shortfall }) => (shortfall === null ? '–' : formatNumber(shortfall, 0)),
  },
  { key: 'ratio', header: 'Sent ÷ expected', numeric: true, cell: ({ ratio }) => measureText(ratio, 2) },
  { key: 'interval', header: '95% interval', numeric: true, cell: ({ ratio }) => rangeText(ratio, 2) },
  {
    key: 'distance',
    header: 'Distance, km',
    numeric: true,
    cell: ({ distanceKm }) => (distanceKm === null ? 'Not known' : formatNumber(distanceKm, 0)),
  },
];

/** Enough for a year’s outreach; the rest is folded, and in the file. */
const SHOWN = 12;

type ColdSpotsProps = {
  code: string;
  block: Block;
  period: string | undefined;
  /** Papers of the young people whom it is expected from. */
  youngSource: string | null;
};

/** Where outreach could go: authorities that send fewer than their distance and young people alone would suggest. */
export function ColdSpots({ code, block, period, youngSource }: ColdSpotsProps) {
  if (block.kind === 'absent') return <AbsentBlock title={COLD_TITLE} block={block} />;
  const cold = block.areas.filter(({ verdict }) => verdict === 'cold');
  const { papers } = block;
  return (
    <section id="cold-spots" aria-labelledby="cold-spots-title" className="flex scroll-mt-24 flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 id="cold-spots-title" className="text-xl">
          {coldTitle(cold.length, block.judged)}
        </h2>
        <ProvenanceTag provenance={papers.provenance} />
      </div>
      <p className="max-w-prose">
        {EXPECTED_WORDS} These are places to ask about: why they send few isn’t known from counts.
      </p>
      <DownloadLinks what={`the list, all ${block.areas.length} authorities`} files={coldSpotFiles(code, period)} />
      {cold.length > 0 ? (
        <DataTable
          caption={`Cold spots, largest shortfall first: ${cohortYears(papers)}`}
          columns={COLUMNS}
          rows={cold.slice(0, SHOWN)}
          rowKey={(row) => row.code}
          download="beside"
        />
      ) : null}
      {cold.length > SHOWN ? (
        <Disclosure summary={`The other ${cold.length - SHOWN} that send fewer than expected`}>
          <DataTable
            caption="Cold spots with a smaller shortfall"
            captionHidden
            columns={COLUMNS}
            rows={cold.slice(SHOWN)}
            rowKey={(row) => row.code}
            download="beside"
          />
        </Disclosure>
      ) : null}
      <p className="max-w-prose text-sm text-muted">{CHANCE_WORDS(block)}</p>
      <p className="text-sm text-muted">{`${sourceNote(papers)} Source: ${papers.source.title}, ${papers.source.publisher}. Release ${papers.source.releaseId}. ${baseNote('people aged 16 to 17', youngSource).join(' ')}`}</p>
    </section>
  );
}
