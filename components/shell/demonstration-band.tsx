import { AppLink } from '@/components/ui/app-link';

/** On every page of the fictional country, on screen and paper, before anything that it shows. */
export const DemonstrationBand = () => (
  <section aria-label="Demonstration country" className="hatch-demo rounded-md p-2">
    <p className="rounded-sm bg-surface p-3">
      <strong>Demonstration country: every place, person and figure on this page is invented.</strong> Nothing here is
      about England.{' '}
      <AppLink className="link no-print" href="/help#demonstration">
        What it is for
      </AppLink>
    </p>
  </section>
);
