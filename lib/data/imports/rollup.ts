import type { Executor } from '@/db/client';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { DatasetId } from '@/lib/import/dataset-list';
import type { FigureNote } from './figure-note';
import type { QualityNote } from './note-tally';

export type StagedRelease = { readonly releaseId: string; readonly ruleSet: RuleSetId };

/** How a dataset's rows become what is shown. */
export type Rollup = {
  readonly dataset: DatasetId;
  /** Datasets that figures are made with besides its own: they are made again when one of these is published or withdrawn. */
  readonly inputs?: readonly DatasetId[];
  /**
   * What there is most of among `figures`, in parts that need nothing of each other: each is a transaction of its own, and
   * PostgreSQL makes them at once. They come before all else that is made of the rows.
   */
  readonly parts?: readonly ((tx: Executor, staged: StagedRelease) => Promise<void>)[];
  /** Writes observations below the release, in SQL; they are shown when it is published. */
  readonly figures?: (tx: Executor, staged: StagedRelease) => Promise<void>;
  /**
   * Makes those sums again that the release has only a part of: other published releases have the rest of the rows. The release's
   * own come first. Says what was added.
   */
  readonly merged?: (
    tx: Executor,
    staged: StagedRelease,
    superseded: readonly string[],
  ) => Promise<readonly FigureNote[]>;
  /** What figures wait for, are not made of, or are made in another way than those of the published pack; what checks find in rows. */
  readonly notes?: (tx: Executor, staged: StagedRelease) => Promise<readonly (FigureNote | QualityNote)[]>;
  /**
   * What has to wait for the publication itself, such as protected counts, which are checked against all that readers
   * have seen. Gives the reason where it can't be published.
   */
  readonly publication?: (tx: Executor, staged: StagedRelease) => Promise<string | null>;
};
