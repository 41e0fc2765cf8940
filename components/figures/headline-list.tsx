import { AppLink } from '@/components/ui/app-link';

export type Headline = {
  id: string;
  text: string;
  /** The figure or chart on the page that it rests on. */
  href: string;
  linkText: string;
};

/** Up to three generated sentences; each leads to the figure that it rests on. */
export function HeadlineList({ headlines }: { headlines: readonly Headline[] }) {
  if (headlines.length === 0) return null;
  return (
    <ul className="flex max-w-[72ch] flex-col gap-2 border-l-4 border-accent pl-4 text-lg">
      {headlines.map((headline) => (
        <li key={headline.id}>
          {headline.text}{' '}
          <AppLink href={headline.href} className="link text-sm whitespace-nowrap">
            {headline.linkText}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
