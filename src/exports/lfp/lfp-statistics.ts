import { choiceField, numberField, optionalNumberField } from '../../addresses/address-field.ts'
import { groupingField } from '../../addresses/aligned-fields.ts'
import type { Grouping } from '../../domain/stimuli/presentation-grouping.ts'
import { alongDimension, type LabelledArrays } from '../../formats/labelled-arrays.ts'
import type { NdArray } from '../../formats/numpy/npy.ts'
import {
  type AlignedLfpRequest,
  groupLfp,
  type LfpAverage,
  type LfpGroups,
  type LfpStatisticName,
  lfpAverageShape,
  lfpEventCounts,
  lfpStatisticOf,
  type SourceDensityRequest,
  sourceDensityOf,
} from '../../request/analyses/aligned-lfp.ts'
import { assertGroups, chooseGroups } from '../activity/chosen-groups.ts'
import { edgeCoordinates, integers } from '../activity/labels/activity-labels.ts'
import { groupCoordinates } from '../activity/labels/group-labels.ts'
import { arrayExport } from '../array-export.ts'
import type { ExportSource } from '../export-kind.ts'
import { channelCoordinates } from '../series/channel-labels.ts'
import { alignedLfpFields, openAlignedLfp, unlessMoments } from './aligned-lfp.ts'

/** Averages of LFP over which groups. */
interface LfpGroupsRequest extends AlignedLfpRequest {
  readonly grouping: Grouping
  /** position of the only group that is wanted; null: all */
  readonly group: number | null
}

export interface LfpStatisticsRequest extends LfpGroupsRequest {
  /** the array of an .npy file; the other formats have all of them */
  readonly statistic: LfpStatisticName
}

export type LfpSourceDensityRequest = LfpGroupsRequest & SourceDensityRequest

const groupFields = {
  ...alignedLfpFields,
  grouping: groupingField,
  group: optionalNumberField,
}

/** As arrays and columns are called. */
const names = {
  MEAN: 'mean',
  STANDARD_DEVIATION: 'std',
  STANDARD_ERROR: 'sem',
} as const satisfies Record<LfpStatisticName, string>

const statistics = Object.keys(names) as LfpStatisticName[]

/** Statistics over groups, shape [groups, bins, channels]; of one group [bins, channels]. */
export const lfpStatisticsExport = arrayExport<LfpStatisticsRequest>({
  name: 'lfp-statistics',
  fields: { ...groupFields, statistic: choiceField(statistics, 'MEAN') },
  emptiness: unlessMoments,
  load({ statistic, ...request }, source) {
    const ordered = [statistic, ...statistics.filter((name) => name !== statistic)]
    const ofAverage = async (average: LfpAverage) => {
      const arrays = await Promise.all(
        ordered.map(async (name) => ({
          name: names[name],
          unit: 'V',
          ...(await lfpStatisticOf(average, name, source)),
        })),
      )
      return [...arrays, { name: 'n', ...(await lfpEventCounts(average, source)) }]
    }
    return arraysOf(request, ofAverage, source)
  },
})

/** Current source density of the mean of groups, in the same shapes. */
export const lfpSourceDensityExport = arrayExport<LfpSourceDensityRequest>({
  name: 'lfp-source-density',
  fields: { ...groupFields, spacing: optionalNumberField, conductivity: numberField(1) },
  emptiness: unlessMoments,
  async load({ spacing, conductivity, ...request }, source) {
    const ofAverage = async (average: LfpAverage) => {
      const densities = await sourceDensityOf(average, { spacing, conductivity }, source)
      return [{ name: 'current_source_density', ...densities }]
    }
    const arrays = await arraysOf(request, ofAverage, source)
    return { ...arrays, attributes: { ...arrays.attributes, spacing, conductivity } }
  },
})

type NamedArray = NdArray & {
  readonly name: string
  readonly unit?: string
  readonly data: Float64Array | Uint32Array<ArrayBuffer>
}

/** @param ofAverage the arrays of one group, each of shape [bins, channels] */
async function arraysOf(
  { grouping, group, ...request }: LfpGroupsRequest,
  ofAverage: (average: LfpAverage) => Promise<NamedArray[]>,
  source: ExportSource,
): Promise<LabelledArrays> {
  const aligned = await openAlignedLfp(request, source)
  const groups = await groupLfp(aligned, grouping, source)
  assertGroups(groups.members, 'ids' in aligned ? 'presentations' : 'events')
  const { groups: chosen, range, outer } = chooseGroups(groups.members, group)
  const parts = await Promise.all(
    chosen.map((_, i) => ofAverage({ ...groups, group: range[0] + i })),
  )
  const [main, ...beside] = parts[0].map((array, i) => ({
    ...array,
    dims: [...outer.dims, 'bin', 'channel'],
    shape: [...outer.shape, ...lfpAverageShape(groups)],
    data: group === null ? joined(parts.map((part) => part[i].data)) : array.data,
  }))
  const { series, request: samples } = aligned.lfp
  return {
    main,
    beside,
    coordinates: [
      ...(group === null ? coordinatesOf(groups) : []),
      ...edgeCoordinates(samples.edges),
      ...channelCoordinates(series, 'channel'),
    ],
    attributes: {
      probe: request.probe,
      ...(group === null ? {} : { moment_count: groups.members[group].length }),
    },
  }
}

function coordinatesOf({ aligned, grouping, conditions, members }: LfpGroups) {
  if ('ids' in aligned) {
    const groups = members.map((ofGroup) => ({
      activity: aligned,
      grouping,
      conditions,
      members: ofGroup,
    }))
    return groupCoordinates(groups)
  }
  const counts = integers(members.map(({ length }) => length))
  return [alongDimension('group', 'event_counts', counts, { column: 'event_count' })]
}

function joined(parts: readonly (Float64Array | Uint32Array<ArrayBuffer>)[]) {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const whole = parts[0] instanceof Uint32Array ? new Uint32Array(length) : new Float64Array(length)
  let position = 0
  for (const part of parts) {
    whole.set(part, position)
    position += part.length
  }
  return whole
}
