import type { BarsFigure, BriefingDocument, MapFigure } from '@/lib/contracts/briefing';
import { BriefingSection } from './briefing-section';
import { BriefingFiles } from './briefing-table';

type DrawnProps = {
  readonly id: string;
  readonly part: 'map' | 'bars';
  readonly figure: MapFigure | BarsFigure;
  readonly notLoaded: readonly string[];
};

/** The drawing has paper colours, so that it keeps a white ground in the dark theme too. */
function Drawn({ id, part, figure, notLoaded }: DrawnProps) {
  return (
    <figure className="min-w-0">
      <h3 className="text-base font-semibold">{figure.title}</h3>
      <div
        className="mt-3 max-w-[28rem] rounded-lg bg-white p-3 [&_svg]:block [&_svg]:h-auto [&_svg]:w-full [&_text]:font-sans"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn on the server from escaped text; the same SVG as in the PDF
        dangerouslySetInnerHTML={{ __html: figure.svg }}
      />
      {notLoaded.length === 0 ? null : (
        <p className="mt-2 text-sm text-muted">{`Not loaded: ${notLoaded.join(', ')}.`}</p>
      )}
      <figcaption className="mt-2 text-sm text-muted">{figure.caption}</figcaption>
      <BriefingFiles id={id} part={part} what={part === 'map' ? 'the map’s values' : 'the bars’ values'} />
    </figure>
  );
}

type BriefingFiguresProps = { readonly id: string } & Pick<BriefingDocument, 'map' | 'bars'>;

export function BriefingFigures({ id, map, bars }: BriefingFiguresProps) {
  if (map === null && bars === null) return null;
  return (
    <BriefingSection id="figures" heading="Compared with other areas">
      <div className="grid gap-8 md:grid-cols-2">
        {map === null ? null : <Drawn id={id} part="map" figure={map} notLoaded={[]} />}
        {bars === null ? null : <Drawn id={id} part="bars" figure={bars} notLoaded={bars.notLoaded} />}
      </div>
    </BriefingSection>
  );
}
