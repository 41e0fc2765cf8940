import { Disclosure } from '@/components/ui/disclosure';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { ApiRoute } from '@/lib/contracts/api-routes';
import { queryParameters } from '@/lib/contracts/openapi';

type ApiRouteProps = { route: ApiRoute; origin: string };

/** What may be typed for a parameter, in words. */
function kindOf(schema: Readonly<Record<string, unknown>>): string {
  const { enum: choices, type, format, anyOf } = schema;
  if (Array.isArray(choices)) return choices.join(' · ');
  const kind = [typeof type === 'string' ? type : '', typeof format === 'string' ? format : ''].filter(Boolean);
  return kind.join(', ') || (Array.isArray(anyOf) ? 'string' : 'any');
}

const defaultOf = ({ default: value }: Readonly<Record<string, unknown>>): string =>
  value === undefined || value === '' ? '' : String(value);

function Parameters({ route }: { route: ApiRoute }) {
  const rows = [
    ...route.parameters.map(({ name, about }) => ({ name, place: 'path', kind: about, standard: '' })),
    ...queryParameters(route.query).map(({ name, required, schema }) => ({
      name,
      place: required ? 'query, required' : 'query',
      kind: kindOf(schema),
      standard: defaultOf(schema),
    })),
  ];
  if (rows.length === 0) return <p className="text-sm text-muted">No parameters.</p>;
  return (
    <ScrollRegion label={`Parameters of ${route.path}`}>
      <table className="w-full text-sm">
        <thead>
          <tr>
            {['Name', 'In', 'What', 'Unless given'].map((head) => (
              <th key={head} scope="col" className="border-b border-control py-1 pr-4 text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, place, kind, standard }) => (
            <tr key={name}>
              <th scope="row" className="border-b border-line py-1 pr-4 text-left font-mono">
                {name}
              </th>
              <td className="border-b border-line py-1 pr-4">{place}</td>
              <td className="border-b border-line py-1 pr-4">{kind}</td>
              <td className="border-b border-line py-1 pr-4">{standard}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export const schemaAnchor = (name: string): string => `schema-${name}`;
export const routeAnchor = (path: string): string => path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');

/** One address: what it answers, what may be asked, and a line to try. */
export function ApiRouteView({ route, origin }: ApiRouteProps) {
  const token = route.scope === null ? '' : '-H "Authorization: Bearer $STEAD_TOKEN" ';
  return (
    <section aria-labelledby={routeAnchor(route.path)} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 id={routeAnchor(route.path)} className="text-lg break-all">
        <span className="font-mono">{`GET ${route.path}`}</span>
      </h3>
      <p className="max-w-prose">{route.about}</p>
      <p className="text-sm text-muted">
        {`Scope of a token: ${route.scope ?? 'none needed'}. Answers: ${route.media.map((media) => (media === 'xlsx' ? 'XLSX' : media)).join(', ')}.`}
        {route.answer ? (
          <>
            {' Schema: '}
            <a className="link" href={`#${schemaAnchor(route.answer)}`}>
              {route.answer}
            </a>
            .
          </>
        ) : null}
      </p>
      <Parameters route={route} />
      <Disclosure summary={`Example: ${route.summary}`}>
        <ScrollRegion label={`Example of ${route.path}`}>
          <pre className="rounded-lg bg-sunken p-3 text-sm">{`curl ${token}"${origin}${route.example}"`}</pre>
        </ScrollRegion>
      </Disclosure>
    </section>
  );
}
