import { AppLink } from '@/components/ui/app-link';

type SiteFooterProps = {
  /** "December 2025". */
  dataTo: string;
  releases: readonly { id: string; href: string }[];
  links?: readonly { href: string; label: string }[];
};

const defaultLinks = [
  { href: '/help', label: 'Help and glossary' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/data', label: 'Data and definitions' },
] as const;

export function SiteFooter({ dataTo, releases, links = defaultLinks }: SiteFooterProps) {
  return (
    <footer className="mt-12 border-t border-line bg-surface text-sm">
      <div className="mx-auto flex max-w-[1280px] flex-col gap-3 px-4 py-6 sm:px-6">
        <p>
          {`Data to ${dataTo}. `}
          {releases.length > 0 ? 'Release: ' : 'No release is loaded.'}
          {releases.map(({ id, href }, at) => (
            <span key={id}>
              {at > 0 ? ', ' : ''}
              <AppLink href={href} className="link">
                {id}
              </AppLink>
            </span>
          ))}
        </p>
        <ul className="no-print flex flex-wrap gap-x-4 gap-y-1">
          {links.map(({ href, label }) => (
            <li key={href}>
              <AppLink href={href} className="link inline-block py-1">
                {label}
              </AppLink>
            </li>
          ))}
        </ul>
        <p className="text-muted">Stead is independent decision support, not a service of the NHS or the government.</p>
      </div>
    </footer>
  );
}
