import { waveformRows } from '../../../domain/session/mean-waveform.ts'
import type { UnitMetric } from '../../../domain/session/session-tables.ts'
import { codedValue } from '../../../domain/stimuli/coded-column.ts'
import { stretchesOfUnit } from '../../../domain/time/observation.ts'
import { findUnitColumn, unitColumns } from '../../../domain/units/unit-columns.ts'
import type { GraphQLContext } from '../../context.ts'
import { finiteOrNull, numberAt, wholeAt } from '../../fields/columns.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { unitIds } from '../../fields/lists/global-ids.ts'
import type { UnitResolvers, WaveformMetricsResolvers } from '../../generated.ts'
import type { UnitModel } from '../../models.ts'

const metric =
  (name: UnitMetric) =>
  ({ tables, row }: UnitModel) =>
    numberAt(tables.units.metrics[name], row)

export const Unit: UnitResolvers = {
  id: (unit) => unitIds.of(unit),
  unitId: ({ tables, row }) => String(tables.units.ids[row]),
  area: ({ tables, row }) => tables.units.areas[row] ?? null,
  areaSource: ({ tables, row }) => tables.units.areaSources[row] ?? null,
  location: ({ tables, row }) => tables.units.areaTexts[row] ?? null,
  quality: ({ tables, row }) => tables.units.quality?.[row] || null,
  clusterId: ({ tables, row }) => wholeAt(tables.units.clusterId, row),
  localIndex: ({ tables, row }) => wholeAt(tables.units.localIndex, row),
  spikeCount: ({ session, tables, row }) =>
    session.available ? tables.units.spikeCounts[row] : null,
  observedTimes({ tables, row }, _args, { budget }, info) {
    const { observation } = tables.units
    if (!observation) return null
    const stretches = stretchesOfUnit(observation, row)
    budget.chargeList(stretches.length, fieldsBelow(info))
    return stretches.map(({ startTime, stopTime }) => ({
      startTime: finiteOrNull(startTime),
      stopTime: finiteOrNull(stopTime),
    }))
  },

  columns({ tables, row }, { names }, { budget }) {
    const columns = names?.map((name) => findUnitColumn(tables, name)) ?? unitColumns(tables)
    budget.chargeList(columns.length, 2)
    return columns.flatMap((column) => {
      const value = codedValue(column, row)
      return value === null ? [] : [{ name: column.name, value }]
    })
  },

  waveform: (unit) => unit,

  async analysisMetrics({ session, tables, row }, _args, { loaders }) {
    const metrics = await loaders.analysisMetrics(session)
    const metricsRow = metrics?.rowOf(tables.units.ids[row]) ?? -1
    return metrics && metricsRow >= 0 ? { session, metrics, row: metricsRow } : null
  },

  channel({ session, tables, row }) {
    const channelRow = tables.units.channelRows[row]
    return channelRow < 0 ? null : { session, tables, row: channelRow }
  },

  probe({ session, tables, row }) {
    const probeRow = tables.units.probeRows[row]
    return probeRow < 0 ? null : { session, tables, row: probeRow }
  },

  firingRate: metric('firingRate'),
  isiViolations: metric('isiViolations'),
  presenceRatio: metric('presenceRatio'),
  amplitudeCutoff: metric('amplitudeCutoff'),
  snr: metric('snr'),
  isolationDistance: metric('isolationDistance'),
  lRatio: metric('lRatio'),
  dPrime: metric('dPrime'),
  nnHitRate: metric('nnHitRate'),
  nnMissRate: metric('nnMissRate'),
  silhouetteScore: metric('silhouetteScore'),
  maxDrift: metric('maxDrift'),
  cumulativeDrift: metric('cumulativeDrift'),

  spikeTimes: (unit, span, context) => spikeTimes(unit, span, context),

  spikeTimesData: async (unit, span, context) => encodeArray(await spikeTimes(unit, span, context)),

  spikeAmplitudes: (unit, span, context) => spikeAmplitudes(unit, span, context),

  async spikeAmplitudesData(unit, span, context) {
    const amplitudes = await spikeAmplitudes(unit, span, context)
    return amplitudes && encodeArray(amplitudes)
  },

  meanWaveform(unit, { channels }) {
    const wanted = ({ PEAK: 'peak', VALID: 'valid', ALL: 'all' } as const)[channels]
    const rows = waveformRows(unit.tables, unit.row, wanted)
    return rows && { ...unit, rows, wanted }
  },
}

interface Span {
  readonly start?: number | null
  readonly stop?: number | null
}

async function spikeTimes(unit: UnitModel, span: Span, { budget, loaders }: GraphQLContext) {
  // How many lie in the window is known only after reading: all of them are the upper bound.
  budget.chargeCells(unit.tables.units.spikeCounts[unit.row])
  return loaders.read(unit.session, 'spikeTimes', spikesOf(unit, span))
}

async function spikeAmplitudes(unit: UnitModel, span: Span, { budget, loaders }: GraphQLContext) {
  if (!unit.tables.units.hasSpikeAmplitudes) return null
  budget.chargeCells(unit.tables.units.spikeCounts[unit.row])
  return loaders.read(unit.session, 'spikeAmplitudes', spikesOf(unit, span))
}

function spikesOf({ row }: UnitModel, { start, stop }: Span) {
  return { unitRow: row, span: { startTime: start ?? -Infinity, stopTime: stop ?? Infinity } }
}

export const WaveformMetrics: WaveformMetricsResolvers = {
  duration: metric('waveformDuration'),
  halfwidth: metric('waveformHalfwidth'),
  ptRatio: metric('waveformPtRatio'),
  repolarizationSlope: metric('waveformRepolarizationSlope'),
  recoverySlope: metric('waveformRecoverySlope'),
  amplitude: metric('waveformAmplitude'),
  spread: metric('waveformSpread'),
  velocityAbove: metric('waveformVelocityAbove'),
  velocityBelow: metric('waveformVelocityBelow'),
}
