import type { BinEdgesQuestion } from '../domain/counting/bin-edges.ts'
import type { AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'

/** Bins around a moment: `before`, `after` and `binSize`, or their `edges`. */
export const binEdgesField: AddressField<BinEdgesQuestion> = {
  *write({ before, after, binSize, edges }) {
    yield ['before', before ?? undefined]
    yield ['after', after ?? undefined]
    yield ['binSize', binSize ?? undefined]
    yield ['edges', edges?.map(String)]
  },
  read: (fields) => ({
    before: fields.number('before') ?? null,
    after: fields.number('after') ?? null,
    binSize: fields.number('binSize') ?? null,
    edges: fields.list('edges')?.map((edge) => parseNumber('edges', edge)) ?? null,
  }),
  canonical: ({ before, after, binSize, edges }) => ({
    before: before === 0 ? null : (before ?? null),
    after: after ?? null,
    binSize: binSize ?? null,
    edges: edges ?? null,
  }),
}
