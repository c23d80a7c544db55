import { sdkUnitFilter } from '../domain/defaults.ts'
import { type UnitMetric, unitMetricColumns } from '../domain/session/session-tables.ts'
import type { MetricRange, UnitFilter } from '../domain/units/unit-filter.ts'
import { InvalidArgumentError } from '../errors.ts'
import { type AddressFields, type FieldValue, parseNumber } from './address-fields.ts'

const PREFIX = 'units.'

/** Between the ends of a metric's range: `2..`, `..0.5`, `2..5`. */
const TO = '..'

/**
 * A canonical filter as fields of an address: those that are not the
 * AllenSDK's defaults, in one order.
 */
export function* unitFilterFields(
  filter: UnitFilter,
): Generator<[name: string, value: FieldValue | undefined]> {
  for (const name of ['amplitudeCutoffMax', 'presenceRatioMin', 'isiViolationsMax'] as const) {
    yield [PREFIX + name, unlessDefault(filter[name], sdkUnitFilter[name])]
  }
  for (const name of ['requireMetrics', 'validOnly', 'inBrainOnly'] as const) {
    yield [PREFIX + name, unlessDefault(filter[name], sdkUnitFilter[name])]
  }
  for (const name of ['areas', 'ids', 'probes', 'snrMin', 'firingRateMin'] as const) {
    yield [PREFIX + name, filter[name] ?? undefined]
  }
  for (const { metric, min, max } of filter.metrics ?? []) {
    yield [PREFIX + metric, `${min ?? ''}${TO}${max ?? ''}`]
  }
}

const unlessDefault = <Value>(value: Value, byDefault: Value) =>
  value === byDefault ? undefined : value

/**
 * The filter that the fields tell.
 *
 * @throws InvalidArgumentError
 */
export function readUnitFilter(fields: AddressFields): UnitFilter {
  const orDefault = <Value>(value: Value | undefined, byDefault: Value) =>
    value === undefined ? byDefault : value
  const limit = (name: 'amplitudeCutoffMax' | 'presenceRatioMin' | 'isiViolationsMax') =>
    orDefault(fields.limit(PREFIX + name), sdkUnitFilter[name])
  const flag = (name: 'requireMetrics' | 'validOnly' | 'inBrainOnly') =>
    orDefault(fields.flag(PREFIX + name), sdkUnitFilter[name])
  return {
    amplitudeCutoffMax: limit('amplitudeCutoffMax'),
    presenceRatioMin: limit('presenceRatioMin'),
    isiViolationsMax: limit('isiViolationsMax'),
    requireMetrics: flag('requireMetrics'),
    validOnly: flag('validOnly'),
    inBrainOnly: flag('inBrainOnly'),
    areas: fields.list(`${PREFIX}areas`) ?? null,
    ids: fields.list(`${PREFIX}ids`) ?? null,
    probes: fields.list(`${PREFIX}probes`) ?? null,
    snrMin: fields.number(`${PREFIX}snrMin`) ?? null,
    firingRateMin: fields.number(`${PREFIX}firingRateMin`) ?? null,
    metrics: readRanges(fields),
  }
}

function readRanges(fields: AddressFields): MetricRange[] | null {
  const ranges: MetricRange[] = []
  for (const name of fields.names()) {
    const metric = name.slice(PREFIX.length)
    if (name.startsWith(PREFIX) && isMetric(metric)) {
      ranges.push({ metric, ...readRange(name, fields.text(name) ?? '') })
    }
  }
  return ranges.length > 0 ? ranges : null
}

function readRange(name: string, text: string): { min: number | null; max: number | null } {
  const ends = text.split(TO)
  if (ends.length !== 2) {
    throw new InvalidArgumentError(
      `${name} is "${text.slice(0, 100)}"; it must be a range such as 2.., ..0.5 or 2..5.`,
    )
  }
  const [min = null, max = null] = ends.map((end) => (end === '' ? null : parseNumber(name, end)))
  return { min, max }
}

const isMetric = (name: string): name is UnitMetric => Object.hasOwn(unitMetricColumns, name)
