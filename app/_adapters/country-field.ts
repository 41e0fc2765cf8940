import type { ContextField } from '@/components/shell/context-bar';
import { listRoots } from '@/lib/data/areas';
import type { Root } from '@/lib/domain/geography/area';
import { ROOT_WORDS } from '@/lib/format/words';
import { forPage } from './page';

/** The switch between countries; nothing where one is loaded. Nothing of one is ever compared with the other. */
export async function countryField(root: Root): Promise<ContextField[]> {
  const roots = await forPage(listRoots);
  if (roots.length < 2) return [];
  const options = roots.map((value) => ({ value, label: ROOT_WORDS[value] }));
  return [{ name: 'country', label: 'Country', value: root, options }];
}
