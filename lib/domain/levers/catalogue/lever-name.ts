import { PATHWAY_LEVERS } from './pathway-levers';

/** As readers know it; the id itself of a lever that is no longer in the catalogue. */
export const leverName = (leverId: string): string => PATHWAY_LEVERS.find(({ id }) => id === leverId)?.name ?? leverId;
