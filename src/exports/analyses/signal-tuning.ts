import { choiceField, numberField, optionalNumberField } from '../../addresses/address-field.ts'
import { intervalsField } from '../../addresses/interval-fields.ts'
import { writeSignal } from '../../addresses/signal-field.ts'
import { tuningAxesField } from '../../addresses/tuning-axes-field.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  binCounts,
  informationOfTuning,
  ratesOfTuning,
  type SignalTuning,
  type SignalTuningRequest,
  tuneToSignals,
  tuningCounts,
} from '../../request/analyses/signal-tuning.ts'
import { signalUnit } from '../../request/signals/open-signal.ts'
import { unitCoordinates } from '../activity/labels/activity-labels.ts'
import { arrayExport } from '../array-export.ts'
import type { ExportSource } from '../export-kind.ts'

/** Names along the bins of each signal. */
const prefixes = ['', 'other_']

/** Tuning of units to one signal, shape [units, bins], or to two, [units, bins, bins]. */
export const signalTuningExport = arrayExport<SignalTuningRequest>({
  name: 'signal-tuning',
  fields: {
    axes: tuningAxesField,
    units: unitFilterField,
    within: intervalsField,
    lookup: choiceField(['previous', 'nearest'], 'previous'),
    maxGap: optionalNumberField,
    minOccupancy: numberField(0),
  },
  async load(request, source) {
    const tuning = await tuneToSignals(source.session, request, source)
    const { edges, unitRows, tables, occupancy, unitOccupancy } = tuning
    const [rates, counts, bitsPerSecond, bitsPerSpike] = await Promise.all([
      ratesOfTuning(tuning, source),
      tuningCounts(tuning, source),
      informationOfTuning(tuning, 'bitsPerSecond', source),
      informationOfTuning(tuning, 'bitsPerSpike', source),
    ])
    const binDims = prefixes.slice(0, edges.length).map((prefix) => `${prefix}bin`)
    const ofUnits = { dims: ['unit', ...binDims], shape: rates.shape }
    const ofBins = { dims: binDims, shape: binCounts(edges) }
    return {
      main: { name: 'rates', column: 'rate', unit: 'Hz', ...ofUnits, data: rates.data },
      beside: [
        { name: 'counts', column: 'count', ...ofUnits, data: Uint32Array.from(counts) },
        { name: 'occupancy', unit: 's', ...ofBins, data: occupancy },
        { name: 'unit_occupancy', unit: 's', ...ofUnits, data: unitOccupancy },
        alongDimension('unit', 'bits_per_second', bitsPerSecond),
        alongDimension('unit', 'bits_per_spike', bitsPerSpike),
      ],
      coordinates: [
        ...unitCoordinates(tables, unitRows),
        ...(await binCoordinatesOf(tuning, source)).flat(),
      ],
      attributes: {
        signal: writeSignal(request.axes[0].signal),
        other_signal: request.axes[1] ? writeSignal(request.axes[1].signal) : null,
        lookup: request.lookup,
        min_occupancy: request.minOccupancy,
      },
    }
  },
})

/** Edges of the bins of each signal, in the signal's unit. */
function binCoordinatesOf({ session, signals, edges }: SignalTuning, source: ExportSource) {
  return Promise.all(
    signals.map(async (signal, axis) => {
      const unit = await signalUnit(session, signal.source, source)
      const labels = unit === null ? {} : { unit }
      const prefix = prefixes[axis]
      return [
        alongDimension(`${prefix}bin`, `${prefix}bin_start`, edges[axis].slice(0, -1), labels),
        alongDimension(`${prefix}bin`, `${prefix}bin_stop`, edges[axis].slice(1), labels),
        alongDimension(`${prefix}edge`, `${prefix}bin_edges`, edges[axis], labels),
      ]
    }),
  )
}
