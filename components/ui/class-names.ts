/** Joins the class names that are set. */
export const classNames = (...names: (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');

/** For cells of tables, of which there are many: no attribute where no name is set. */
export const classesOrNone = (...names: Parameters<typeof classNames>): string | undefined =>
  classNames(...names) || undefined;
