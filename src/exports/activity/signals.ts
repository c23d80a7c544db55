import { choiceField } from '../../addresses/address-field.ts'
import { alignedBinsField } from '../../addresses/aligned-fields.ts'
import { eventSelectionField, eventSourceField } from '../../addresses/event-fields.ts'
import { signalField, writeSignal } from '../../addresses/signal-field.ts'
import { windowField } from '../../addresses/window-fields.ts'
import { defaultEdgeRule, type EdgeRule, edgeRules } from '../../domain/alignment/edge-rule.ts'
import { type BinnedActivityRequest, windowBins } from '../../domain/counting/matrix-request.ts'
import { sampleStatistics } from '../../domain/signals/sample-statistics.ts'
import { everyUnit } from '../../domain/units/unit-filter.ts'
import { alongDimension, type LabelledArrays } from '../../formats/labelled-arrays.ts'
import type { Activity } from '../../request/activity/activity.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
} from '../../request/activity/aligned-activity.ts'
import { type EventActivityRequest, eventActivity } from '../../request/activity/event-activity.ts'
import {
  needInWindows,
  type SignalInWindows,
  signalValues,
  unitOfValues,
  type WindowSignal,
  windowsOf,
} from '../../request/signals/signals-in-windows.ts'
import { arrayExport } from '../array-export.ts'
import type { ExportSource } from '../export-kind.ts'
import { activityFields } from './aligned-activity.ts'
import { binCoordinates } from './labels/activity-labels.ts'
import { eventCoordinates } from './labels/event-labels.ts'
import { presentationCoordinates } from './labels/presentation-labels.ts'

/** A signal around moments; which units there are does not matter. */
interface AlignedSignal extends WindowSignal {
  readonly signalEdgeRule: EdgeRule
}

type AlignedSignalRequest = Omit<AlignedActivityRequest, 'units'> & AlignedSignal
type EventSignalRequest = Omit<EventActivityRequest, 'units'> & AlignedSignal
type BinnedSignalRequest = Pick<BinnedActivityRequest, 'window'> & WindowSignal

const windowSignalFields = {
  signal: signalField,
  statistic: choiceField(sampleStatistics, 'mean'),
}

const alignedSignalFields = {
  ...windowSignalFields,
  signalEdgeRule: choiceField(edgeRules, defaultEdgeRule),
}

const { presentations, bins, anchor } = activityFields

/** A signal around, or within, presentations; shape [presentations, bins]. */
export const alignedSignalExport = arrayExport<AlignedSignalRequest>({
  name: 'aligned-signal',
  fields: { presentations, bins, anchor, ...alignedSignalFields },
  async load(request, source) {
    const selection = { ...request, units: everyUnit }
    const activity = await alignActivity(source.session, selection, source)
    const conditions = await source.loaders.load(source.session, 'stimulusConditions')
    const along = presentationCoordinates(activity, conditions)
    return alignedArrays('presentation', activity, along, request, source)
  },
})

/** A signal around events; shape [events, bins]. */
export const eventSignalExport = arrayExport<EventSignalRequest>({
  name: 'event-signal',
  fields: {
    events: eventSourceField,
    where: eventSelectionField,
    bins: alignedBinsField,
    ...alignedSignalFields,
  },
  async load(request, source) {
    const selection = { ...request, units: everyUnit }
    const activity = await eventActivity(source.session, selection, source)
    return alignedArrays(
      'event',
      activity,
      eventCoordinates(activity.alignment.startTimes, activity.sourceIndexes),
      request,
      source,
    )
  },
})

/** A signal in the bins of a window; shape [bins]. */
export const binnedSignalExport = arrayExport<BinnedSignalRequest>({
  name: 'binned-signal',
  fields: { window: windowField, ...windowSignalFields },
  async load({ window, ...request }, source) {
    const { session, tables } = source
    const bins = windowBins(tables, window)
    const signal = await needInWindows(session, { kind: 'bins', bins }, request, source)
    const { data } = await signalValues(signal, source)
    const starts = Float64Array.from({ length: bins.count }, (_, bin) => bin * bins.size)
    return {
      main: { ...(await valueLabels(signal, source)), dims: ['bin'], shape: [bins.count], data },
      coordinates: [alongDimension('bin', 'bin_start', starts, { unit: 's' })],
      attributes: { start: bins.start, bin_size: bins.size, ...attributesOf(request) },
    }
  },
})

async function alignedArrays(
  dimension: string,
  { session, alignment }: Activity,
  along: LabelledArrays['coordinates'],
  request: AlignedSignal,
  source: ExportSource,
): Promise<LabelledArrays> {
  const windows = windowsOf(alignment, request.signalEdgeRule)
  const signal = await needInWindows(session, windows, request, source)
  const values = await signalValues(signal, source)
  return {
    main: { ...(await valueLabels(signal, source)), dims: [dimension, 'bin'], ...values },
    coordinates: [...along, ...binCoordinates(alignment)],
    attributes: { ...attributesOf(request), edge_rule: request.signalEdgeRule },
  }
}

async function valueLabels(signal: SignalInWindows, source: ExportSource) {
  const unit = await unitOfValues(signal, source)
  return { name: 'values', column: 'value', ...(unit === null ? {} : { unit }) }
}

function attributesOf({ signal, statistic }: WindowSignal) {
  return { signal: writeSignal(signal), statistic }
}
