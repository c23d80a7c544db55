import { sdkUnitFilter } from '../domain/defaults.ts'
import { type UnitMetric, unitMetricColumns } from '../domain/session/session-tables.ts'
import { canonicalUnitFilter } from '../domain/units/canonical-filter.ts'
import type { MetricRange, UnitFilter } from '../domain/units/unit-filter.ts'
import type { AddressField } from './address-field.ts'
import type { AddressFields } from './address-fields.ts'
import {
  rangeText,
  readColumnCondition,
  readRange,
  writeColumnCondition,
} from './column-filter-text.ts'

const limits = ['amplitudeCutoffMax', 'presenceRatioMin', 'isiViolationsMax'] as const
const flags = ['requireMetrics', 'validOnly', 'inBrainOnly'] as const
const choices = ['areas', 'ids', 'probes', 'snrMin', 'firingRateMin'] as const

/**
 * A filter as fields with its name before them, `units.snrMin`; the AllenSDK's defaults are left
 * out.
 */
export const unitFilterField: AddressField<UnitFilter> = {
  *write(filter, filterName) {
    for (const name of [...limits, ...flags]) {
      const value = filter[name]
      yield [`${filterName}.${name}`, value === sdkUnitFilter[name] ? undefined : value]
    }
    for (const name of choices) yield [`${filterName}.${name}`, filter[name] ?? undefined]
    for (const { metric, min, max } of filter.metrics ?? []) {
      yield [`${filterName}.${metric}`, rangeText(min, max)]
    }
    yield [`${filterName}.columns`, filter.columns?.map(writeColumnCondition)]
  },

  read(fields, filterName) {
    const orDefault = <Value>(value: Value | undefined, byDefault: Value) =>
      value === undefined ? byDefault : value
    const limit = (name: (typeof limits)[number]) =>
      orDefault(fields.limit(`${filterName}.${name}`), sdkUnitFilter[name])
    const flag = (name: (typeof flags)[number]) =>
      orDefault(fields.flag(`${filterName}.${name}`), sdkUnitFilter[name])
    return {
      amplitudeCutoffMax: limit('amplitudeCutoffMax'),
      presenceRatioMin: limit('presenceRatioMin'),
      isiViolationsMax: limit('isiViolationsMax'),
      requireMetrics: flag('requireMetrics'),
      validOnly: flag('validOnly'),
      inBrainOnly: flag('inBrainOnly'),
      areas: fields.list(`${filterName}.areas`) ?? null,
      ids: fields.list(`${filterName}.ids`) ?? null,
      probes: fields.list(`${filterName}.probes`) ?? null,
      snrMin: fields.number(`${filterName}.snrMin`) ?? null,
      firingRateMin: fields.number(`${filterName}.firingRateMin`) ?? null,
      metrics: readRanges(fields, `${filterName}.`),
      columns: fields.list(`${filterName}.columns`)?.map(readColumnCondition) ?? null,
    }
  },

  canonical: (filter, tables) => canonicalUnitFilter(tables, filter),
}

/** A filter, or null, which is left out: that there is one is a field of its own. */
export const optionalUnitFilterField: AddressField<UnitFilter | null> = {
  *write(filter, name) {
    if (!filter) return
    yield [name, true]
    yield* unitFilterField.write(filter, name)
  },
  read: (fields, name) => (fields.flag(name) ? unitFilterField.read(fields, name) : null),
  canonical: (filter, tables) => filter && canonicalUnitFilter(tables, filter),
}

function readRanges(fields: AddressFields, prefix: string): MetricRange[] | null {
  const ranges: MetricRange[] = []
  for (const name of fields.names()) {
    const metric = name.slice(prefix.length)
    if (name.startsWith(prefix) && isMetric(metric)) {
      ranges.push({ metric, ...readRange(name, fields.text(name) ?? '') })
    }
  }
  return ranges.length > 0 ? ranges : null
}

const isMetric = (name: string): name is UnitMetric => Object.hasOwn(unitMetricColumns, name)
