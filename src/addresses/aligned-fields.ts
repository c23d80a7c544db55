import { defaultEdgeRule, type EdgeRule, edgeRules } from '../domain/alignment/edge-rule.ts'
import type { BinEdgesRequest } from '../domain/counting/bin-edges.ts'
import type { Grouping, GroupingKey } from '../domain/stimuli/presentation-grouping.ts'
import { InvalidArgumentError } from '../errors.ts'
import { type AddressField, choiceField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'

type AlignedBins = BinEdgesRequest & { readonly edgeRule: EdgeRule }

/** A column of presentations' tables; see the request for aligned activity. */
interface Anchor {
  readonly column: string
  readonly isOffset: boolean
}

const edgeRuleField = choiceField<EdgeRule>(edgeRules, defaultEdgeRule)

/** Bins around a moment: `before`, `after` and `binSize`, or their `edges`. */
export const binEdgesField = {
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
} as const satisfies AddressField<BinEdgesRequest>

/** The same, and `edgeRule`. */
export const alignedBinsField: AddressField<AlignedBins> = {
  *write({ edgeRule, ...bins }) {
    yield* binEdgesField.write(bins)
    yield* edgeRuleField.write(edgeRule, 'edgeRule')
  },
  read: (fields) => ({
    ...binEdgesField.read(fields),
    edgeRule: edgeRuleField.read(fields, 'edgeRule'),
  }),
  canonical: ({ edgeRule, ...bins }) => ({ ...binEdgesField.canonical(bins), edgeRule }),
}

/** A column to align to, `at`, and whether the file counts it from the start: `atFrom=start`. */
export const anchorField: AddressField<Anchor | null> = {
  *write(anchor) {
    yield ['at', anchor?.column]
    yield ['atFrom', anchor?.isOffset ? 'start' : undefined]
  },
  read(fields) {
    const column = fields.text('at')
    const from = originField.read(fields, 'atFrom')
    return column === undefined ? null : { column, isOffset: from === 'start' }
  },
}

const originField = choiceField<'session' | 'start'>(['session', 'start'], 'session')

const keys = ['all', 'stimulus', 'epoch', 'condition', 'parameters'] as const

/** What the presentations of a group share: `by`, and `parameters` with their names. */
export const groupingField: AddressField<Grouping> = {
  *write(grouping) {
    const by = grouping.map((key) => key.by)
    yield ['by', by.join() === 'condition' ? undefined : by]
    const names = grouping.flatMap((key) => (key.by === 'parameters' ? key.names : []))
    yield ['parameters', by.includes('parameters') ? names : undefined]
  },
  read(fields) {
    const by = fields.list('by') ?? ['condition']
    const names = fields.list('parameters') ?? []
    return by.map((text): GroupingKey => {
      const key = keys.find((candidate) => candidate === text)
      if (!key) {
        throw new InvalidArgumentError(
          `by is "${text.slice(0, 100)}"; it must be one or more of ${keys.join(', ')}.`,
        )
      }
      return key === 'parameters' ? { by: key, names } : { by: key }
    })
  },
}
