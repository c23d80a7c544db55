import type { AddressField, FieldsOf } from '../../addresses/address-field.ts'
import { alignedBinsField, anchorField } from '../../addresses/aligned-fields.ts'
import { presentationFilterField } from '../../addresses/presentation-filter-field.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import type { CountArray } from '../../domain/counting/count-matrix.ts'
import { valueNamed } from '../../domain/named.ts'
import { amount } from '../../formats/amounts.ts'
import type { LabelledArrays } from '../../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../../formats/labelled-file.ts'
import { convertCounts, type Dtype } from '../../formats/numpy/dtype.ts'
import type { NdArray } from '../../formats/numpy/npy.ts'
import type { StreamedArray } from '../../formats/numpy/npz.ts'
import { activityShape, countsOf } from '../../request/activity/activity.ts'
import {
  type AlignedActivity,
  type AlignedActivityRequest,
  alignActivity,
} from '../../request/activity/aligned-activity.ts'
import type { ReadOptions } from '../../sessions/session-reader.ts'
import { downloadName } from '../download-name.ts'
import { noPresentations, noUnits } from '../emptiness.ts'
import {
  type Emptiness,
  type EncodingOptions,
  ExportKind,
  type ExportSource,
} from '../export-kind.ts'
import { withSource } from '../source-attributes.ts'
import { binCoordinates, unitCoordinates } from './labels/activity-labels.ts'
import { presentationCoordinates } from './labels/presentation-labels.ts'

/** Bins around starts; null: each presentation, whole, is one bin. */
const binsField: AddressField<AlignedActivityRequest['bins']> = {
  write: (bins, name) => (bins ? alignedBinsField.write(bins, name) : [['whole', true]]),
  read: (fields, name) => (fields.flag('whole') ? null : alignedBinsField.read(fields, name)),
  canonical: (bins, tables) => bins && (alignedBinsField.canonical?.(bins, tables) ?? bins),
}

/** The parts of a request that aligns presentations, in the order of an address. */
export const activityFields: FieldsOf<AlignedActivityRequest> = {
  presentations: presentationFilterField,
  units: unitFilterField,
  bins: binsField,
  anchor: anchorField,
}

/** Cells of counts held at a time: at most 40 MB. */
const CHUNK_CELLS = 10_000_000

/** Spike counts of every presentation, shape [presentations, bins, units]. */
export const alignedActivityExport = new ExportKind<AlignedActivityRequest>({
  name: 'aligned-activity',
  formats: arrayFormats,
  fields: activityFields,
  async plan(request, source) {
    const activity = await alignActivity(source.session, request, source)
    const [presentations, bins, units] = activityShape(activity)
    return {
      downloadName: downloadName(source.session.id, 'aligned-activity'),
      emptiness: await emptinessOf(activity, source),
      summary: () => [
        `${amount(presentations, 'presentation')}, ${amount(bins, 'bin')}, ${amount(units, 'unit')}`,
      ],
      async encode(format, options) {
        const arrays = await arraysOf(activity, source, options)
        return encodeArrays(format, withSource(arrays, source), options)
      },
    }
  },
})

/** Why activity has no cell; null: it has. */
export async function emptinessOf(
  { ids, unitRows, tables, list }: AlignedActivity,
  source: ExportSource,
): Promise<Emptiness | null> {
  if (ids.length === 0) return noPresentations(list, source)
  return unitRows.length === 0 ? noUnits(tables) : null
}

async function arraysOf(
  activity: AlignedActivity,
  source: ExportSource,
  options: EncodingOptions,
): Promise<LabelledArrays> {
  const { session, tables, unitRows, alignment } = activity
  const conditions = await source.loaders.load(session, 'stimulusConditions')
  const counts = await countsToWrite(activity, source, options)
  return {
    main: { name: 'counts', dims: ['presentation', 'bin', 'unit'], ...counts },
    coordinates: [
      ...presentationCoordinates(activity, conditions),
      ...unitCoordinates(tables, unitRows),
      ...binCoordinates(alignment),
    ],
    attributes: {
      edge_rule: alignment.kind === 'edges' ? alignment.edgeRule : null,
    },
  }
}

/** In a server at once; else what is large some presentations after the other. */
async function countsToWrite(
  activity: AlignedActivity,
  source: ExportSource,
  { inServer, dtype, onProgress }: EncodingOptions,
): Promise<NdArray | StreamedArray> {
  const shape = activityShape(activity)
  const [presentations, bins, units] = shape
  if (inServer || presentations * bins * units <= CHUNK_CELLS) {
    const { data } = await countsOf(activity, source)
    const isWhole = !(data instanceof Float64Array)
    return { shape, data: isWhole && dtype ? convertCounts(data, dtype) : data }
  }
  const read = await source.loaders.readOptions(activity.session)
  const type: Dtype = dtype ?? 'uint16'
  const atATime = Math.max(1, Math.floor(CHUNK_CELLS / (bins * units)))
  return {
    shape,
    dtype: type,
    cells: (async function* () {
      for (let from = 0; from < presentations; from += atATime) {
        const to = Math.min(presentations, from + atATime)
        yield convertCounts(await countRange(activity, from, to, read), type)
        onProgress(to, presentations)
      }
    })(),
  }
}

/** Counts of some of the presentations. */
async function countRange(
  { session, alignment, unitRows }: AlignedActivity,
  from: number,
  to: number,
  read: ReadOptions,
): Promise<CountArray> {
  const startTimes = alignment.startTimes.slice(from, to)
  const part =
    alignment.kind === 'edges'
      ? { ...alignment, startTimes }
      : { ...alignment, startTimes, stopTimes: alignment.stopTimes.slice(from, to) }
  const request = { kind: 'counts', alignment: part, unitRows } as const
  const [result] = await session.reader.read('alignSpikes', [request], read)
  return valueNamed(result, 'counts').counts
}
