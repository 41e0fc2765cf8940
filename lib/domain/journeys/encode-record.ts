import type { Dictionary } from './dictionary';
import type { Attribute, JourneyColumns, JourneyRecord } from './journey-record';

type Dictionaries = Readonly<Record<Attribute, Dictionary>>;

/** In the order of `ATTRIBUTES`. Written out, because a loop over property names takes three times as long. */
export const encodeInto = (cell: Uint16Array, of: Dictionaries, one: JourneyRecord): void => {
  cell[0] = of.entryYear.encode(one.entryYear);
  cell[1] = of.home.encode(one.homeLadCode);
  cell[2] = of.school.encode(one.schoolId);
  cell[3] = of.sex.encode(one.sex);
  cell[4] = of.ethnicity.encode(one.ethnicity);
  cell[5] = of.quintile.encode(one.imdQuintile);
  cell[6] = of.route.encode(one.entryRoute);
  cell[7] = of.foundationArea.encode(one.foundationAreaCode);
  cell[8] = of.foundationYear.encode(one.foundationYear);
  cell[9] = of.specialtyArea.encode(one.specialtyAreaCode);
  cell[10] = of.specialtyGroup.encode(one.specialtyGroup);
  cell[11] = of.careerArea.encode(one.careerAreaCode);
  cell[12] = of.careerType.encode(one.careerType);
};

/** Records from columns, one at a time. Throws `RangeError` for columns of different lengths. */
export function* recordsOf(columns: JourneyColumns): Generator<JourneyRecord> {
  const fields = Object.values(columns);
  const { length } = columns.count;
  if (fields.some((field) => field.length !== length)) throw new RangeError('Columns of different lengths');
  const at = <T>(values: ArrayLike<T>, i: number): T => {
    const value = values[i];
    if (value === undefined) throw new RangeError('A column lacks a value');
    return value;
  };
  for (let i = 0; i < length; i += 1) {
    yield {
      entryYear: at(columns.entryYear, i),
      homeLadCode: at(columns.homeLadCode, i),
      schoolId: at(columns.schoolId, i),
      sex: at(columns.sex, i),
      ethnicity: at(columns.ethnicity, i),
      imdQuintile: at(columns.imdQuintile, i),
      entryRoute: at(columns.entryRoute, i),
      foundationAreaCode: at(columns.foundationAreaCode, i),
      foundationYear: at(columns.foundationYear, i),
      specialtyAreaCode: at(columns.specialtyAreaCode, i),
      specialtyGroup: at(columns.specialtyGroup, i),
      careerAreaCode: at(columns.careerAreaCode, i),
      careerType: at(columns.careerType, i),
      count: at(columns.count, i),
    };
  }
}
