import { stringify } from 'csv-stringify/sync';
import { EXCHANGE_DATASETS, type ExchangeDataset } from './dataset-list';

export interface ExchangeColumn {
  readonly header: string;
  readonly isRequired: boolean;
  readonly about: string;
  readonly example: string;
}

/** The columns of an exchange file in their order, for help and documentation. */
export const exchangeColumns = (id: ExchangeDataset['id']): readonly ExchangeColumn[] =>
  EXCHANGE_DATASETS.flatMap((dataset) =>
    dataset.id === id
      ? dataset.columns.map(({ header, isRequired, about, example }) => ({ header, isRequired, about, example }))
      : [],
  );

/** An empty file to fill in: the header row. */
export const templateCsv = (id: ExchangeDataset['id']): string =>
  stringify([exchangeColumns(id).map(({ header }) => header)], { record_delimiter: 'windows' });

/** The header and one row as it should look: for help, not to be loaded. */
export const exampleCsv = (id: ExchangeDataset['id']): string => {
  const columns = exchangeColumns(id);
  const rows = [columns.map(({ header }) => header), columns.map(({ example }) => example)];
  return stringify(rows, { record_delimiter: 'windows' });
};
