import type { Root } from '@/lib/domain/geography/area';

/** The country that a home page is about, where it is about one as a whole. */
export type HomeProps = { country: Root };
