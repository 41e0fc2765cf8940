import { attachment, forApi, problem } from '@/app/_adapters/api';
import { findExchangeDataset } from '@/lib/import/dataset-list';
import { exampleCsv, templateCsv } from '@/lib/import/exchange-template';

type Context = { params: Promise<{ dataset: string }> };

/** An empty exchange file (`establishment.csv`), or one with an example row (`establishment-example.csv`). Says nothing about anybody. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  forApi(async () => {
    const [, id = '', example] = /^(.+?)(-example)?\.csv$/.exec((await params).dataset) ?? [];
    const dataset = findExchangeDataset(id);
    if (!dataset) return problem(404, 'Not found', 'There is no such exchange file.');
    return new Response(example ? exampleCsv(dataset.id) : templateCsv(dataset.id), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment(`${id}.csv`) },
    });
  });
