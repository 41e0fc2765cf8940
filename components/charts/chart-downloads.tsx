'use client';

import { useState } from 'react';
import { type FileLinks, FORMATS } from '@/components/ui/download-links';
import type { FileFormat } from '@/lib/contracts/table-file';
import { chartFile } from './chart-file';
import type { ChartPapers } from './chart-papers';
import { exportPng, exportSvg } from './svg-export';

type ChartDownloadsProps = {
  /** Id of the figure that holds the drawing and its table. */
  figureId: string;
  fileName: string;
  title: string;
  /** Title, source and release, written below a drawing. */
  lines: readonly string[];
  /** The same for the rows of a table. */
  papers: ChartPapers;
  /** Files made by the server, instead of the table's rows. */
  files?: FileLinks | undefined;
  /** No drawing, only files of the table. */
  tabular?: boolean | undefined;
};

function save(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

export function ChartDownloads({
  figureId,
  fileName,
  title,
  lines,
  papers,
  files,
  tabular = false,
}: ChartDownloadsProps) {
  const [message, setMessage] = useState('');
  const saveTable = (format: FileFormat) => async () => {
    const { tableBlob } = await import('@/lib/client/table-download');
    const address = URL.createObjectURL(await tableBlob(chartFile(figureId, title, papers), format));
    save(address, `${fileName}.${format}`);
    URL.revokeObjectURL(address);
  };
  const drawing = () => {
    const svg = document.querySelector<SVGSVGElement>(`[id="${figureId}"] [data-drawing] svg`);
    return svg ? exportSvg(svg, lines) : null;
  };
  const saveSvg = () => {
    const svg = drawing();
    if (svg) save(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`, `${fileName}.svg`);
  };
  const savePng = async () => {
    const svg = drawing();
    if (svg) save(await exportPng(svg), `${fileName}.png`);
  };
  const attempt = (action: () => void | Promise<void>, kind: string) => async () => {
    try {
      await action();
      setMessage(`${kind} file made.`);
    } catch {
      setMessage(`The ${kind} file could not be made in this browser; the table can be copied instead.`);
    }
  };
  const item = 'link min-h-6 text-sm';
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">Download</span>
      {FORMATS.map(([format, word]) =>
        files ? (
          <a key={format} href={files[format]} className={item} download>
            {word}
          </a>
        ) : (
          <button
            key={format}
            type="button"
            className={`needs-script ${item}`}
            onClick={attempt(saveTable(format), word)}
          >
            {word}
          </button>
        ),
      )}
      {tabular ? null : (
        <>
          <button type="button" className={`needs-script ${item}`} onClick={attempt(saveSvg, 'SVG')}>
            SVG
          </button>
          <button type="button" className={`needs-script ${item}`} onClick={attempt(savePng, 'PNG')}>
            PNG
          </button>
        </>
      )}
      <span role="status" className="text-muted">
        {message}
      </span>
    </div>
  );
}
