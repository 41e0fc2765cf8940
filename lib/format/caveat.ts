import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { Provenance } from '@/lib/domain/measure/measure';

/** What to mind about an indicator. Beside an invented figure it says that it is about real ones. */
export const caveatText = ({ caveat }: Pick<Indicator, 'caveat'>, provenance: Provenance): string =>
  provenance === 'demonstration' && caveat !== '' ? `Written for England’s figures: ${caveat}` : caveat;
