import { ContextBar } from '@/components/shell/context-bar';
import type { Root } from '@/lib/domain/geography/area';
import { countryField } from './country-field';

type CountryBarProps = { action: string; root: Root; kept?: Readonly<Record<string, string>> };

/** The context bar of a page that has nothing else to choose: the country, where there are two. */
export async function CountryBar({ action, root, kept }: CountryBarProps) {
  const fields = await countryField(root);
  return fields.length > 0 ? <ContextBar action={action} fields={fields} {...(kept ? { kept } : {})} /> : null;
}
