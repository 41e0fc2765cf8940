import type { ReactNode } from 'react';

type SectionProps = { readonly id: string; readonly heading: string; readonly children: ReactNode };

export function BriefingSection({ id, heading, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-10 space-y-4">
      <h2 id={id} className="text-lg font-semibold text-accent-strong">
        {heading}
      </h2>
      {children}
    </section>
  );
}

export function BriefingSubheading({ children }: { readonly children: ReactNode }) {
  return <h3 className="pt-2 text-base font-semibold">{children}</h3>;
}

export function BulletList({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
