/** Why a whole file is refused. `label` is the short code with its detail, such as `missing_column:VALUE`. */
export interface Refusal {
  readonly label: string;
  readonly message: string;
  readonly row?: number;
  readonly column?: string;
}

/** Thrown by the readers below `readImport`, which turns it into a refused reading; never leaves this folder. */
export class FileRefused extends Error {
  override name = 'FileRefused';
  readonly refusal: Refusal;
  constructor(label: string, message: string, at: { readonly row?: number; readonly column?: string } = {}) {
    super(`${label}: ${message}`);
    this.refusal = { label, message, ...at };
  }
}
