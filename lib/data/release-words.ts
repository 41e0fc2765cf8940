import type { Viewer } from '@/lib/domain/access/access';
import { can } from '@/lib/domain/access/access';
import { findDataset } from '@/lib/import/dataset-list';
import { rootOfSource } from './queries/root-of-source';

type Words = { title: string; dataset: string | null; sourceId: string; withdrawnReason: string | null };

const isAboutPeople = (dataset: string): boolean => dataset === 'intake' || findDataset(dataset)?.isRestricted === true;

/**
 * What analysts wrote is for analysts: a reason, or the name of a file about people, may name a person or a place that is protected.
 * Others read that a release is withdrawn, and whether for disclosure; files of the demonstration country are invented.
 */
export function withReadableWords<Row extends Words>(viewer: Viewer, row: Row): Row {
  if (can(viewer, 'data:import')) return row;
  const { dataset, sourceId } = row;
  const isHidden = dataset !== null && isAboutPeople(dataset) && rootOfSource(sourceId) !== 'demonstration';
  return {
    ...row,
    title: isHidden ? (findDataset(dataset)?.title ?? dataset) : row.title,
    withdrawnReason: null,
  };
}
