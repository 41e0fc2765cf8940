import { AppLink } from '@/components/ui/app-link';

export type RelatedLink = { readonly href: string; readonly text: string };

/** Where somebody who came here by mistake, or wants more, would look next. */
export function RelatedLinks({ links }: { links: readonly RelatedLink[] }) {
  return (
    <ul aria-label="See also" className="no-print flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {links.map(({ href, text }) => (
        <li key={href}>
          <AppLink className="link inline-flex min-h-6 items-center" href={href}>
            {text}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
