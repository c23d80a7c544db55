import { choiceField, optionalNumberField } from '../../addresses/address-field.ts'
import { groupingField } from '../../addresses/aligned-fields.ts'
import { binCount } from '../../domain/alignment/alignment.ts'
import type { Grouping } from '../../domain/stimuli/presentation-grouping.ts'
import { amount } from '../../formats/amounts.ts'
import type { LabelledArrays } from '../../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../../formats/labelled-file.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
  groupActivity,
  type PresentationGroup,
} from '../../request/activity/aligned-activity.ts'
import {
  type ActivityStatistic,
  type ActivityUnit,
  groupShape,
} from '../../request/activity/group-statistics.ts'
import { downloadName } from '../download-name.ts'
import { ExportKind, type ExportSource } from '../export-kind.ts'
import { withSource } from '../source-attributes.ts'
import { activityFields, emptinessOf } from './aligned-activity.ts'
import { type ChosenGroups, chooseGroups, noGroups } from './chosen-groups.ts'
import { binCoordinates, unitCoordinates } from './labels/activity-labels.ts'
import { groupCoordinates } from './labels/group-labels.ts'
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

/** Of what files hold. */
export const nameOfUnit = (unit: ActivityUnit): string => (unit === 'HZ' ? 'Hz' : 'spikes')

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
    const groups = await groupActivity(activity, request.grouping, source)
    const chosen = chooseGroups(groups, groups.length === 0 ? null : request.group)
    const { alignment, unitRows } = activity
    return {
      downloadName: downloadName(source.session.id, 'activity-statistics'),
      emptiness:
        (await emptinessOf(activity, source)) ??
        (groups.length === 0 ? noGroups('presentations') : null),
      summary: () => [
        `${amount(chosen.groups.length, 'group')}, ${amount(binCount(alignment), 'bin')}, ${amount(unitRows.length, 'unit')}`,
      ],
      async encode(format, options) {
        const arrays = await arraysOf(request, chosen, source)
        return encodeArrays(format, withSource(arrays, source), options)
      },
    }
  },
})

async function arraysOf(
  { group, statistic, unit }: StatisticsRequest,
  { groups, range, outer }: ChosenGroups<PresentationGroup>,
  source: ExportSource,
): Promise<LabelledArrays> {
  const [first] = groups
  const { tables, unitRows, alignment } = first.activity
  const arrays = await statisticsArrays(first, { statistic, unit, range }, source)
  const [main, ...beside] = arrays.map((array) => ({
    ...array,
    dims: [...outer.dims, 'bin', 'unit'],
    shape: [...outer.shape, ...groupShape(first)],
  }))
  return {
    main,
    beside,
    coordinates: [
      ...(group === null ? groupCoordinates(groups) : []),
      ...binCoordinates(alignment),
      ...unitCoordinates(tables, unitRows),
    ],
    attributes: {
      unit: nameOfUnit(unit),
      ...(group === null ? {} : { presentation_count: first.members.length }),
    },
  }
}
