import type { UnitOrder, UnitSortKey, UnitTableQuery } from '../gql/graphql.ts'
import { formatRate } from '../heatmap/cells/cell-text.ts'

/** A unit with the fields of the table. */
export type UnitRow = NonNullable<UnitTableQuery['session']>['units']['nodes'][number]

/** The names by which people know areas, by acronym. */
export type AreaNames = ReadonlyMap<string, string>

/** One column of the table of units. */
export interface UnitColumn {
  /** in the address bar */
  readonly name: string
  readonly title: string
  /** what it is measured in; null: a number on its own, or a text */
  readonly unit: string | null
  readonly key: UnitSortKey
  /** null: the file does not say */
  readonly read: (unit: UnitRow, areaNames: AreaNames) => string | null
  readonly isNumber: boolean
}

const number = (value: number | null | undefined) =>
  value === null || value === undefined ? null : formatRate(value)

/** After the unit's id. */
export const unitColumns: readonly UnitColumn[] = [
  {
    name: 'area',
    title: 'Area',
    unit: null,
    key: 'AREA',
    read: ({ area }, areaNames) => area && (areaNames.get(area) ?? area),
    isNumber: false,
  },
  {
    name: 'probe',
    title: 'Probe',
    unit: null,
    key: 'PROBE',
    read: ({ probe }) => probe?.name ?? null,
    isNumber: false,
  },
  {
    name: 'depth',
    title: 'From tip',
    unit: 'µm',
    key: 'VERTICAL_POSITION',
    read: ({ channel }) => number(channel?.verticalPosition),
    isNumber: true,
  },
  {
    name: 'rate',
    title: 'Rate',
    unit: 'Hz',
    key: 'FIRING_RATE',
    read: ({ firingRate }) => number(firingRate),
    isNumber: true,
  },
  {
    name: 'spikes',
    title: 'Spikes',
    unit: null,
    key: 'SPIKE_COUNT',
    read: ({ spikeCount }) => spikeCount?.toLocaleString('en') ?? null,
    isNumber: true,
  },
  {
    name: 'snr',
    title: 'SNR',
    unit: null,
    key: 'SNR',
    read: ({ snr }) => number(snr),
    isNumber: true,
  },
  {
    name: 'isi',
    title: 'ISI violations',
    unit: null,
    key: 'ISI_VIOLATIONS',
    read: ({ isiViolations }) => number(isiViolations),
    isNumber: true,
  },
  {
    name: 'presence',
    title: 'Presence',
    unit: null,
    key: 'PRESENCE_RATIO',
    read: ({ presenceRatio }) => number(presenceRatio),
    isNumber: true,
  },
  {
    name: 'cutoff',
    title: 'Amplitude cutoff',
    unit: null,
    key: 'AMPLITUDE_CUTOFF',
    read: ({ amplitudeCutoff }) => number(amplitudeCutoff),
    isNumber: true,
  },
  {
    name: 'width',
    title: 'Spike width',
    unit: 'ms',
    key: 'WAVEFORM_DURATION',
    read: ({ waveform }) => number(waveform.duration),
    isNumber: true,
  },
]

/** What the table is sorted by. */
export interface UnitTableOrder {
  readonly column: UnitColumn
  readonly isDescending: boolean
}

/** As the address bar has it: `rate`, `-rate`; null: the API's order, by probe and depth. */
export function parseOrder(text: string | null): UnitTableOrder | null {
  const isDescending = text?.startsWith('-') ?? false
  const column = unitColumns.find(({ name }) => name === text?.replace('-', ''))
  return column ? { column, isDescending } : null
}

/** As the API takes it; null: its own order. */
export function apiOrder(order: UnitTableOrder | null): UnitOrder[] | null {
  if (!order) return null
  return [{ by: order.column.key, direction: order.isDescending ? 'DESC' : 'ASC' }]
}

/**
 * What a click on a column's head leads to: numbers from the highest, then from the lowest; texts
 * from A, then from Z; then the API's order again.
 */
export function nextOrder(order: UnitTableOrder | null, column: UnitColumn): string | null {
  const { name, isNumber } = column
  const [first, second] = isNumber ? [`-${name}`, name] : [name, `-${name}`]
  if (order?.column !== column) return first
  return order.isDescending === isNumber ? second : null
}
