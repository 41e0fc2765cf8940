import { TextInput } from '@/components/ui/text-input';

type SourceInputProps = {
  label: string;
  hint: string;
  defaultValue: string;
  error?: string | undefined;
  /** Sources whose columns are known, offered while typing. */
  sources: readonly string[];
};

/** Who sends the file: what a mapping of columns is kept by. */
export function SourceInput({ sources, ...rest }: SourceInputProps) {
  return (
    <>
      <TextInput name="source" list="sources" maxLength={80} autoComplete="off" {...rest} />
      <datalist id="sources">
        {sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
    </>
  );
}
