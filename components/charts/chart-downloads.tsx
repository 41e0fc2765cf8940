'use client';

import { useState } from 'react';
import { toCsv } from './csv';
import { exportPng, exportSvg } from './svg-export';

type ChartDownloadsProps = {
  /** Id of the figure that holds the drawing and its table. */
  figureId: string;
  fileName: string;
  /** Title, source and release, written into every file. */
  lines: readonly string[];
  /** A file made by the server, instead of the table's rows. */
  csvHref?: string | undefined;
};

function save(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** Rows as the table twin has them; `data-value` is the number before it was rounded for reading. */
function tableRows(figureId: string): string[][] {
  const rows = document.querySelectorAll<HTMLTableRowElement>(`[id="${figureId}"] table tr`);
  return [...rows].map((row) => [...row.cells].map((cell) => cell.getAttribute('data-value') ?? cell.textContent));
}

export function ChartDownloads({ figureId, fileName, lines, csvHref }: ChartDownloadsProps) {
  const [message, setMessage] = useState('');
  const saveCsv = () => {
    const text = toCsv([...tableRows(figureId), [], ...lines.map((line) => [line])]);
    save(`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`, `${fileName}.csv`);
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
      {csvHref ? (
        <a href={csvHref} className={item}>
          CSV
        </a>
      ) : (
        <button type="button" className={`needs-script ${item}`} onClick={attempt(saveCsv, 'CSV')}>
          CSV
        </button>
      )}
      <button type="button" className={`needs-script ${item}`} onClick={attempt(saveSvg, 'SVG')}>
        SVG
      </button>
      <button type="button" className={`needs-script ${item}`} onClick={attempt(savePng, 'PNG')}>
        PNG
      </button>
      <span role="status" className="text-muted">
        {message}
      </span>
    </div>
  );
}
