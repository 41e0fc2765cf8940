import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { API_ROUTES } from './api-routes';
import { openApiDocument, queryParameters } from './openapi';

const FOLDER = path.join(process.cwd(), 'app/api/v1');

const routeFiles = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => `/api/v1/${path.dirname(file).replaceAll(path.sep, '/')}`.replace(/\[(\w+)\]/g, '{$1}'));

const document = openApiDocument('1');
const text = JSON.stringify(document);

describe('the description of the API', () => {
  it('has every route below app/api/v1, and no other', () => {
    expect(API_ROUTES.map(({ path: address }) => address).sort()).toEqual(routeFiles.sort());
    expect(Object.keys(Object(document.paths)).sort()).toEqual(routeFiles.sort());
  });

  it('refers only to schemas that it holds', () => {
    const { schemas } = Object(document.components);
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !(String(name) in schemas))).toEqual([]);
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
  });

  it('names every part of a path that varies, and gives an example that fits the path', () => {
    for (const { path: address, parameters, example } of API_ROUTES) {
      expect(parameters.map(({ name }) => `{${name}}`)).toEqual(
        [...address.matchAll(/\{\w+\}/g)].map(([part]) => part),
      );
      const filled = parameters.reduce((so, { name, example: value }) => so.replace(`{${name}}`, value), address);
      expect(new URL(example, 'http://localhost').pathname).toBe(filled);
    }
  });

  it('gives examples whose query can be read', () => {
    for (const { query, example } of API_ROUTES) {
      const given = Object.fromEntries(new URL(example, 'http://localhost').searchParams);
      expect(query.safeParse(given).success, example).toBe(true);
    }
  });

  it('describes a query as it is typed, with its defaults', () => {
    const figures = API_ROUTES.find(({ path: address }) => address === '/api/v1/figures');
    const format = figures && queryParameters(figures.query).find(({ name }) => name === 'format');
    expect(format).toEqual({
      name: 'format',
      required: false,
      schema: { type: 'string', enum: ['json', 'csv', 'xlsx'], default: 'json' },
    });
  });

  it('has one id for each operation', () => {
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(API_ROUTES.length);
  });
});
