import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { API_ROUTES } from '@/lib/contracts/api-routes';
import { API_PROBLEMS, answerSchemas } from '@/lib/contracts/openapi';
import { ApiRouteView, schemaAnchor } from './_components/api-route';

export const metadata: Metadata = { title: 'API' };

/** The read API for people, from the same contracts as the description for programs. */
export default async function ApiPage() {
  const host = (await headers()).get('host') ?? 'localhost:3000';
  return (
    <PageMain>
      <PageHeader
        title="Read API"
        crumbs={[{ href: '/help', label: 'Help and glossary' }]}
        lead="Everything that the pages show, for programs: the same figures, the same roles and scopes, the same suppression."
        actions={<LinkButton href="/api/v1/openapi.json">OpenAPI 3.1 document</LinkButton>}
      />
      <section aria-labelledby="access" className="flex flex-col gap-3">
        <h2 id="access" className="text-xl">
          Access
        </h2>
        <p className="max-w-prose">
          {'A program needs a personal access token: make one under '}
          <AppLink className="link" href="/account/tokens">
            Access tokens
          </AppLink>
          {
            ' and send it as “Authorization: Bearer”. It reads, within its scopes, what you may read, and nothing else. It ends at its date, when you revoke it, or with your account. In the browser your session is enough.'
          }
        </p>
        <p className="max-w-prose">
          Tables come as JSON, CSV or XLSX (format=json, csv, xlsx). CSV and XLSX have the source, licence, release,
          period, disclosure rule and status mark of each row in columns of their own; a workbook has a second sheet
          about the file. Marks: c suppressed, z not applicable, x not loaded, low rounds to 0.
        </p>
        <dl className="grid max-w-prose grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {Object.entries(API_PROBLEMS).map(([status, text]) => (
            <div key={status} className="contents">
              <dt className="font-semibold">{status}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="addresses" className="flex flex-col gap-6">
        <h2 id="addresses" className="text-xl">
          Addresses
        </h2>
        {API_ROUTES.map((route) => (
          <ApiRouteView key={route.path} route={route} origin={`http://${host}`} />
        ))}
      </section>
      <section aria-labelledby="schemas" className="flex flex-col gap-3">
        <h2 id="schemas" className="text-xl">
          Schemas of answers
        </h2>
        {Object.entries(answerSchemas()).map(([name, schema]) => (
          <Disclosure key={name} id={schemaAnchor(name)} summary={name}>
            <ScrollRegion label={`Schema ${name}`}>
              <pre className="rounded-lg bg-sunken p-3 text-xs">{JSON.stringify(schema, null, 1)}</pre>
            </ScrollRegion>
          </Disclosure>
        ))}
      </section>
    </PageMain>
  );
}
