export type SummaryError = { fieldId: string; message: string };

/** Above the form, linked to the fields; `role="alert"` reads it out when it appears. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  if (errors.length === 0) return null;
  return (
    <div role="alert" className="rounded-lg border-2 border-danger bg-surface p-4">
      <h2 className="text-lg text-danger">{title}</h2>
      <ul className="mt-2 list-disc pl-5">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <a href={`#${error.fieldId}`} className="font-semibold text-danger underline">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
