import { columnKinds } from '../../fields/column-kinds.ts'
import type { UnitColumnResolvers } from '../../generated.ts'
import type { UnitColumnModel } from '../../models.ts'

export const UnitColumn: UnitColumnResolvers = {
  kind: ({ kind }) => columnKinds[kind],
  values(column, _args, { budget }) {
    budget.chargeList(column.values.length)
    return [...column.values]
  },
  unitCount: ({ codes }) => codes.reduce((count, code) => count + (code >= 0 ? 1 : 0), 0),
  minimum: (column) => ofNumbers(column, (a, b) => Math.min(a, b)),
  maximum: (column) => ofNumbers(column, (a, b) => Math.max(a, b)),
}

function ofNumbers(
  { kind, values }: UnitColumnModel,
  choose: (a: number, b: number) => number,
): number | null {
  if (kind !== 'number' && kind !== 'flag') return null
  // Whole numbers beyond 2^53 are texts, as are infinite ones.
  const numbers = values.map(Number).filter(Number.isFinite)
  return numbers.length > 0 ? numbers.reduce(choose) : null
}
