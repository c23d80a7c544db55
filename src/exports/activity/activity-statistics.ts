import { choiceField, optionalNumberField } from '../../addresses/address-field.ts'
import { groupingField } from '../../addresses/aligned-fields.ts'
import { binCount } from '../../domain/alignment/alignment.ts'
import type { Grouping } from '../../domain/stimuli/presentation-grouping.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { amount } from '../../formats/amounts.ts'
import type { LabelledArrays } from '../../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../../formats/labelled-file.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
  groupActivity,
  type PresentationGroup,
} from '../../request/activity/aligned-activity.ts'
import type { ActivityStatistic, ActivityUnit } from '../../request/activity/group-statistics.ts'
import { downloadName } from '../download-name.ts'
import { type Emptiness, ExportKind, type ExportSource } from '../export-kind.ts'
import { withSource } from '../source-attributes.ts'
import { binCoordinates, unitCoordinates } from './activity-labels.ts'
import { activityFields, emptinessOf } from './aligned-activity.ts'
import { groupCoordinates } from './group-labels.ts'
import { statisticsArrays } from './statistics-arrays.ts'

/** Statistics of spike counts, or rates, over groups of presentations. */
export interface StatisticsRequest extends AlignedActivityRequest {
  readonly grouping: Grouping
  /** position of the only group that is wanted; null: all */
  readonly group: number | null
  /** the array of an .npy file; the other formats have all of them */
  readonly statistic: ActivityStatistic
  readonly unit: ActivityUnit
}

export const statisticField = choiceField<ActivityStatistic>(
  ['MEAN', 'STANDARD_DEVIATION', 'STANDARD_ERROR', 'SPIKE_COUNT'],
  'MEAN',
)
export const unitField = choiceField<ActivityUnit>(['COUNT', 'HZ'], 'COUNT')

/** Shape [groups, bins, units]; of one group [bins, units]. */
export const activityStatisticsExport = new ExportKind<StatisticsRequest>({
  name: 'activity-statistics',
  formats: arrayFormats,
  fields: {
    ...activityFields,
    grouping: groupingField,
    group: optionalNumberField,
    statistic: statisticField,
    unit: unitField,
  },
  async plan(request, source) {
    const activity = await alignActivity(source.session, request, source)
    const groups = chosenGroups(
      await groupActivity(activity, request.grouping, source),
      request.group,
    )
    const { alignment, unitRows } = activity
    return {
      downloadName: downloadName(source.session.id, 'activity-statistics'),
      emptiness: (await emptinessOf(activity, source)) ?? (groups.length === 0 ? noGroups : null),
      summary: () => [
        `${amount(groups.length, 'group')}, ${amount(binCount(alignment), 'bin')}, ${amount(unitRows.length, 'unit')}`,
      ],
      async encode(format, options) {
        const arrays = await arraysOf(request, groups, source)
        return encodeArrays(format, withSource(arrays, source), options)
      },
    }
  },
})

const noGroups: Emptiness = {
  missing: 'presentations',
  reason: 'None of the selected presentations belongs to a group.',
}

function chosenGroups(
  groups: readonly PresentationGroup[],
  chosen: number | null,
): readonly PresentationGroup[] {
  if (chosen === null) return groups
  const group = groups[chosen]
  if (group) return [group]
  throw new InvalidArgumentError(`group is ${chosen}; there are ${groups.length} groups, from 0.`)
}

async function arraysOf(
  { group, statistic, unit }: StatisticsRequest,
  groups: readonly PresentationGroup[],
  source: ExportSource,
): Promise<LabelledArrays> {
  const [first] = groups
  if (!first) throw new InvalidArgumentError(noGroups.reason)
  const { tables, unitRows, alignment } = first.activity
  const outer =
    group === null ? { dims: ['group'], shape: [groups.length] } : { dims: [], shape: [] }
  const dims = [...outer.dims, 'bin', 'unit']
  const shape = [...outer.shape, binCount(alignment), unitRows.length]
  const range = group === null ? ([0, groups.length] as const) : ([group, group + 1] as const)
  const arrays = await statisticsArrays(first, { statistic, unit, range }, source)
  const [main, ...beside] = arrays.map((array) => ({ ...array, dims, shape }))
  return {
    main,
    beside,
    coordinates: [
      ...(group === null ? groupCoordinates(groups) : []),
      ...binCoordinates(alignment),
      ...unitCoordinates(tables, unitRows),
    ],
    attributes: {
      unit: unit === 'HZ' ? 'Hz' : 'spikes',
      ...(group === null ? {} : { presentation_count: first.members.length }),
    },
  }
}
