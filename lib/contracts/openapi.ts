import { z } from 'zod';
import { API_ANSWERS } from './api-answers';
import { API_ROUTES, type ApiRoute } from './api-routes';
import { CONTENT_TYPES } from './table-file';

type Json = Readonly<Record<string, unknown>>;

export const API_PROBLEMS = {
  400: 'The query can’t be read: each field with its reason.',
  401: 'Nobody is signed in, or the token is not known, has expired or was revoked.',
  403: 'Not within your role and scope, or not what the token was made for. An id of another scope and one that does not exist look the same.',
  404: 'There is no such published thing.',
  413: 'The table is too large for a workbook.',
  429: 'Too many refused tokens just before: wait as `Retry-After` says.',
} as const;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every answer as a schema; they refer to one another by name. */
export function answerSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(API_ANSWERS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

/** What may stand in the query, as it is typed: before it is read. */
export function queryParameters(query: z.ZodType): { name: string; required: boolean; schema: Json }[] {
  const { properties, required = [] } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema: isRecord(schema) ? schema : {},
  }));
}

const contentType = (media: ApiRoute['media'][number]): string => (media === 'xlsx' ? CONTENT_TYPES.xlsx : media);

function contentOf({ media, answer }: ApiRoute): Json {
  const schemaOf = (type: ApiRoute['media'][number]): Json => {
    if (type === 'xlsx' || type === 'application/pdf') return { type: 'string', format: 'binary' };
    if (type === 'text/csv') return { type: 'string' };
    return answer ? { $ref: `#/components/schemas/${answer}` } : { type: 'object' };
  };
  return Object.fromEntries(media.map((type) => [contentType(type), { schema: schemaOf(type) }]));
}

const refusal = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function operationOf(route: ApiRoute): Json {
  const inPath = route.parameters.map(({ name, about, example }) => ({
    ...{ name, in: 'path', required: true, description: about, example },
    schema: { type: 'string' },
  }));
  const inQuery = queryParameters(route.query).map(({ name, required, schema }) => ({
    name,
    in: 'query',
    required,
    schema,
  }));
  const scope = route.scope;
  return {
    operationId: route.path
      .replace(/^\/api\/v1\//, '')
      .replace(/[^a-zA-Z]+/g, '_')
      .replace(/_$/, ''),
    summary: route.summary,
    description: scope === null ? route.about : `${route.about} Scope of a token: \`${scope}\`.`,
    parameters: [...inPath, ...inQuery],
    security: scope === null ? [] : [{ token: [] }, { session: [] }],
    responses: {
      200: { description: route.summary, content: contentOf(route) },
      ...Object.fromEntries(
        Object.entries(API_PROBLEMS).map(([status, description]) => [status, refusal(description)]),
      ),
    },
  };
}

/** The read API as an OpenAPI 3.1 document, made from the contracts that the routes themselves use. */
export function openApiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stead read API',
      version,
      description:
        'Everything that a page shows, for programs. Answers depend on who asks: roles and scopes are the same as on screen.',
    },
    paths: Object.fromEntries(API_ROUTES.map((route) => [route.path, { get: operationOf(route) }])),
    components: {
      schemas: answerSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token, made under your account.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'authjs.session-token',
          description: 'The session of the browser.',
        },
      },
    },
  };
}
