import type { QualityCheck, QualityFlag, Severity } from '@/lib/domain/quality/quality-flag';
import type { RowFlagRule } from '@/lib/domain/quality/row-flags';

export const CHECK_WORDS: Readonly<Record<QualityCheck, string>> = {
  range: 'out of range',
  jump: 'jump',
  missing_area: 'missing area',
  total_differs: 'total that doesn’t add up',
  overlapping_levels: 'overlapping levels',
  duplicate_key: 'given more than once',
  stale_source: 'old source',
  unknown_code: 'code of no area',
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'can’t be right',
  warning: 'check first',
  notice: 'good to know',
};

/** The flags of a figure in one text, for files; null where the checks found nothing. */
export const qualityText = ({
  quality,
}: {
  quality?: readonly Pick<QualityFlag, 'check' | 'detail'>[] | undefined;
}): string | null =>
  quality && quality.length > 0
    ? quality.map(({ check, detail }) => `${CHECK_WORDS[check]}: ${detail}`).join(' ')
    : null;

/** What to do about each kind. */
export const ADVICE: Readonly<Record<QualityCheck, string>> = {
  range:
    'Look the figure up in the publisher’s file. Where that is wrong too, ask the publisher; else withdraw the release and import a corrected file.',
  jump: 'Find out whether the definition, the boundaries or the way of counting changed between the two periods before you read it as a change.',
  missing_area:
    'Import the file that has the missing areas, or ask its publisher. Until then no rank is given over these areas.',
  total_differs:
    'Don’t quote parts and total beside each other. Look for rounding, for people who belong to no part, and for a part that is missing in the file.',
  overlapping_levels: 'Add up the rows of one level only. Nothing has to be mended.',
  duplicate_key:
    'Compare the two releases and withdraw the one that is wrong. A later release that corrects an earlier one may stay.',
  stale_source: 'Look on the publisher’s page for a newer release and import it.',
  unknown_code: 'An analyst says on the Import page, under Codes of areas, which area the code is of.',
};

/** What to do about what importers find in rows. */
export const ROW_ADVICE: Readonly<Record<RowFlagRule, string>> = {
  published_total_differs_from_sum:
    'Quote the sum of the parts, which is what is used here. Ask the publisher about the total.',
  parts_exceed_total: 'Ask whoever let the table out: a group is counted twice, or the total lacks people.',
  published_rate_differs:
    'Quote the rate that is calculated here from the counts. Ask the publisher about the printed one.',
  overlapping_levels:
    'Add up the rows of one level only. Where a file of posts gives the same ones at two levels, send a corrected file; else nothing has to be mended.',
  fill_above_100: 'Ask whether posts were added late. Then nothing has to be mended; else send a corrected file.',
  accepts_above_applicants: 'Ask whoever sent the file: nobody accepts who didn’t apply. Send a corrected file.',
  in_post_without_establishment:
    'Ask whether these doctors are in posts of another specialty or level. No vacancy rate is made of them.',
  quality_unknown_code: 'An analyst says on the Import page, under Codes of areas, which area the code is of.',
  negative_value:
    'Look the rows up in the publisher’s file, and ask the publisher what a number below zero stands for.',
};
