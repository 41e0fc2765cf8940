import { classNames } from './class-names';

/** Where a table is to be had, by format. Links, so that they work without script. */
export type FileLinks = { readonly csv: string; readonly xlsx: string };

/** Formats of a table, with the word for each. */
export const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
] as const;

type DownloadLinksProps = {
  /** What is in the file: "all 40 figures of this indicator". */
  what: string;
  files: FileLinks;
  className?: string;
};

/** The menu of formats of one table. */
export function DownloadLinks({ what, files, className }: DownloadLinksProps) {
  return (
    <p className={classNames('no-print flex flex-wrap items-center gap-x-4 gap-y-1 text-sm', className)}>
      <span>{`Download ${what}`}</span>
      {FORMATS.map(([format, word]) => (
        <a
          key={format}
          className="link inline-flex min-h-6 items-center"
          href={files[format]}
          aria-label={`${word}, ${what}`}
          download
        >
          {word}
        </a>
      ))}
    </p>
  );
}
