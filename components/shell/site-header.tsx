import { AppLink } from '@/components/ui/app-link';
import { SkipLink } from '@/components/ui/skip-link';
import { Brand } from './brand';
import { type NavSection, NavSections } from './nav-sections';
import { ThemeToggle } from './theme-toggle';
import { UserMenu, type UserMenuProps } from './user-menu';

type SiteHeaderProps = {
  sections: readonly NavSection[];
  /** Null before signing in. */
  user: UserMenuProps | null;
  homeHref?: string;
  helpHref?: string;
};

/** Skip link first; below 768 px the sections fold into a menu that works without script. */
export function SiteHeader({ sections, user, homeHref = '/', helpHref = '/help' }: SiteHeaderProps) {
  return (
    <>
      <SkipLink />
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-[1280px] items-center gap-x-4 px-4 sm:px-6">
          <Brand href={homeHref} />
          {sections.length > 0 ? (
            <nav aria-label="Sections" className="hidden md:block">
              <NavSections sections={sections} />
            </nav>
          ) : null}
          <div className="ml-auto flex items-center gap-1">
            <ThemeToggle />
            <AppLink
              href={helpHref}
              className="inline-flex size-10 items-center justify-center rounded-lg text-base font-bold hover:bg-sunken"
              aria-label="Help"
            >
              ?
            </AppLink>
            {user ? <UserMenu {...user} /> : null}
          </div>
        </div>
        {sections.length > 0 ? <FoldedSections sections={sections} /> : null}
      </header>
    </>
  );
}

function FoldedSections({ sections }: { sections: readonly NavSection[] }) {
  return (
    <details className="group border-t border-line md:hidden">
      <summary className="flex min-h-11 list-none items-center gap-2 px-4 text-sm font-semibold [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true">☰</span>
        Menu
      </summary>
      <nav aria-label="Sections, menu" className="border-t border-line px-1 py-2">
        <NavSections sections={sections} stacked />
      </nav>
    </details>
  );
}
