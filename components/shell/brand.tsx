import { AppLink } from '@/components/ui/app-link';

/** Three posts on a line, one of them held fast. */
export function Brand({ href = '/' }: { href?: string }) {
  return (
    <AppLink href={href} className="flex min-h-11 items-center gap-2 text-lg font-bold tracking-tight">
      <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6">
        <path d="M2 20.5h20" className="stroke-ink" strokeWidth={2.5} strokeLinecap="round" />
        <path d="M6 17v-5M18 17V9" className="stroke-control" strokeWidth={3.5} strokeLinecap="round" />
        <path d="M12 17V4" className="stroke-accent" strokeWidth={4.5} strokeLinecap="round" />
      </svg>
      Stead
    </AppLink>
  );
}
