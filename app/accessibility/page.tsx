import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';

export const metadata: Metadata = { title: 'Accessibility' };

export default function AccessibilityPage() {
  return (
    <PageMain>
      <PageHeader
        title="Accessibility"
        lead="Stead aims at WCAG 2.2 level AA. This page says what that means here, and what has not been checked."
      />
      <section aria-labelledby="can" className="max-w-prose">
        <h2 id="can" className="text-xl">
          What you can do
        </h2>
        <ul className="mt-2 list-disc pl-5">
          <li>Reach and use everything with the keyboard; the focus is always visible.</li>
          <li>Read every chart and map as a table, and as a sentence.</li>
          <li>
            Zoom to 400 %, or use a screen 320 pixels wide, without scrolling sideways (wide tables scroll in
            themselves).
          </li>
          <li>Choose light or dark colours; no meaning rests on colour alone.</li>
          <li>Read every briefing as a web page as well as a tagged PDF.</li>
        </ul>
      </section>
      <section aria-labelledby="checked" className="max-w-prose">
        <h2 id="checked" className="text-xl">
          How it is checked, and what isn’t
        </h2>
        <p className="mt-2">
          Every page is tested with axe in light and dark colours at each change. The PDF follows PDF/UA-1 as its
          typesetter enforces it. No person who uses a screen reader has tested Stead yet, and the PDF has not been
          through a separate PDF/UA checker.
        </p>
      </section>
      <section aria-labelledby="report" className="max-w-prose">
        <h2 id="report" className="text-xl">
          Tell us
        </h2>
        <p className="mt-2">
          If something stops you, tell the administrator who gave you your account: what you were doing, on which page,
          and with which browser and aids. Other formats of a briefing can be had the same way.
        </p>
      </section>
    </PageMain>
  );
}
