import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';
import { listGlossary } from '@/lib/data/evidence';

export const metadata: Metadata = { title: 'Help and glossary' };

const anchorOf = (term: string): string => term.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const STEPS = [
  [
    'Review a region',
    'Regions shows one indicator for all areas of a kind. Choose an area for its page: what stands out, whether it is real, what might help.',
  ],
  [
    'Read a figure',
    'Every figure has its date, its counts, an interval where there are counts, its source and release. “Not loaded” names the file that would load it. A figure over three years old is greyed and leads nothing.',
  ],
  [
    'Model a package',
    'Training managers can model one recruitment round with an offer of stable placements or support. The result shows what is gained, what it costs and what others lose, with its uncertainty.',
  ],
  [
    'Make a briefing',
    'A briefing freezes what a region’s page shows, as a page and as a PDF. It says what it doesn’t know.',
  ],
] as const;

export default function HelpPage() {
  return (
    <PageMain>
      <PageHeader
        title="Help and glossary"
        lead="How to use Stead in three minutes, and the words it uses."
        actions={<LinkButton href="/help/api">Read API</LinkButton>}
      />
      <section aria-labelledby="how" className="flex flex-col gap-4">
        <h2 id="how" className="text-xl">
          How to use it
        </h2>
        <dl className="grid gap-4 sm:grid-cols-2">
          {STEPS.map(([title, text]) => (
            <div key={title}>
              <dt className="font-semibold">{title}</dt>
              <dd className="max-w-prose">{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="glossary" className="flex flex-col gap-4">
        <h2 id="glossary" className="text-xl">
          Glossary
        </h2>
        <dl className="flex flex-col gap-3">
          {listGlossary().map(({ term, definition, see }) => (
            <div key={term} id={anchorOf(term)} className="max-w-prose">
              <dt className="font-semibold">{term}</dt>
              <dd>
                {definition}
                {see.length > 0 ? (
                  <>
                    {' See '}
                    {see.map((other, at) => (
                      <span key={other}>
                        {at > 0 ? ', ' : ''}
                        <a className="link" href={`#${anchorOf(other)}`}>
                          {other}
                        </a>
                      </span>
                    ))}
                    .
                  </>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </PageMain>
  );
}
