import type { ReactNode } from 'react';
import { DownloadLinks } from '@/components/ui/download-links';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { type BriefingPart, tableFiles } from '@/lib/contracts/page-tables';

export type BriefingTableRow = { readonly key: string; readonly muted?: boolean; readonly cells: readonly ReactNode[] };

/** Files of one part of a briefing. */
export function BriefingFiles({ id, part, what }: { id: string; part: BriefingPart; what: string }) {
  return <DownloadLinks className="mt-2" what={what} files={tableFiles('briefing', { briefing: id, part })} />;
}

type BriefingTableProps = {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly BriefingTableRow[];
};

/** The first cell of a row is its header. */
export function BriefingTable({ caption, headers, rows }: BriefingTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className="w-full min-w-[36rem] border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-y-2 border-accent">
            {headers.map((header) => (
              <th key={header} scope="col" className="py-2 pr-4 align-top font-semibold text-accent-strong">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, muted, cells: [first, ...others] }) => (
            <tr key={key} className={muted ? 'border-b border-line text-muted' : 'border-b border-line'}>
              <th scope="row" className="py-2 pr-4 align-top font-medium">
                {first}
              </th>
              {others.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells belong to fixed columns
                <td key={index} className="py-2 pr-4 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A second line in smaller type, as under a figure in the PDF. */
export function Detail({ children }: { children: ReactNode }) {
  if (children === '') return null;
  return <span className="block text-sm font-normal text-muted">{children}</span>;
}
