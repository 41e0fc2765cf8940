import type { BriefingDocument } from '@/lib/contracts/briefing';

export function BriefingHeader({ document }: { readonly document: BriefingDocument }) {
  const facts = [
    ['Purpose', document.audience === '' ? document.purpose : `${document.purpose}, for ${document.audience}`],
    ['Author', document.author],
    ['Requested by', document.requester],
    ['Made', document.createdLabel],
    ['Data to', document.dataTo],
    ['Status', document.status],
    ['Model', document.runLabel],
    ['Data', document.releaseLabel],
  ] as const;
  return (
    <header>
      <p className="text-sm font-semibold text-accent-strong">
        {`Stead briefing · ${document.area.name} · ${document.area.typeLabel}`}
      </p>
      <h1 className="mt-2 text-xl font-semibold">{document.title}</h1>
      <dl className="mt-4 grid gap-x-8 gap-y-1 border-y border-line py-3 text-sm sm:grid-cols-2">
        {facts.map(([term, value]) => (
          <div key={term} className="flex gap-2">
            <dt className="font-semibold">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {document.banners.map((banner) => (
        <p key={banner} role="note" className="mt-4 border-2 border-danger p-3 font-semibold">
          {banner}
        </p>
      ))}
      {document.root === 'demonstration' ? (
        <p className="mt-4 border-2 border-caution bg-caution-soft p-3 font-semibold text-caution">
          {document.rootLabel}
        </p>
      ) : null}
    </header>
  );
}
