import type { AddressField } from '../../addresses/address-field.ts'
import { choiceField, optionalNumberField } from '../../addresses/address-field.ts'
import type { EventGrouping } from '../../domain/events/event-groups.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  type EventActivityRequest,
  type EventGroup,
  eventActivity,
  groupEventActivity,
  valueOfEvent,
} from '../../request/activity/event-activity.ts'
import {
  type ActivityStatistic,
  type ActivityUnit,
  groupShape,
} from '../../request/activity/group-statistics.ts'
import { arrayExport } from '../array-export.ts'
import { nameOfUnit, statisticField, unitField } from './activity-statistics.ts'
import { assertGroups, chooseGroups } from './chosen-groups.ts'
import { emptinessOfEvents, eventActivityFields } from './event-activity.ts'
import { binCoordinates, integers, unitCoordinates } from './labels/activity-labels.ts'
import { parameterCells } from './labels/parameter-cells.ts'
import { statisticsArrays } from './statistics-arrays.ts'

/** Statistics of spike counts, or rates, over groups of events. */
export interface EventStatisticsRequest extends EventActivityRequest {
  readonly grouping: EventGrouping
  /** position of the only group that is wanted; null: all */
  readonly group: number | null
  /** the array of an .npy file; the other formats have all of them */
  readonly statistic: ActivityStatistic
  readonly unit: ActivityUnit
}

const byField = choiceField<EventGrouping['by']>(['all', 'value', 'every'], 'all')

/** `by`, and `size` of consecutive events. */
export const eventGroupingField: AddressField<EventGrouping> = {
  *write(grouping) {
    yield* byField.write(grouping.by, 'by')
    yield ['size', grouping.by === 'every' ? grouping.size : undefined]
  },
  read(fields) {
    const by = byField.read(fields, 'by')
    if (by !== 'every') return { by }
    const size = fields.number('size') ?? 0
    if (Number.isInteger(size) && size >= 1) return { by, size }
    throw new InvalidArgumentError(`size is ${size}; it must be a number of events, 1 or more.`)
  },
}

/** Shape [groups, bins, units]; of one group [bins, units]. */
export const eventStatisticsExport = arrayExport<EventStatisticsRequest>({
  name: 'event-statistics',
  fields: {
    ...eventActivityFields,
    grouping: eventGroupingField,
    group: optionalNumberField,
    statistic: statisticField,
    unit: unitField,
  },
  emptiness: async (request, source) =>
    emptinessOfEvents(await eventActivity(source.session, request, source)),
  async load({ grouping, group, statistic, unit, ...request }, source) {
    const activity = await eventActivity(source.session, request, source)
    const groups = await groupEventActivity(activity, grouping, source)
    assertGroups(groups, 'events')
    const { groups: chosen, range, outer } = chooseGroups(groups, group)
    const [first] = chosen
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
        ...(group === null ? eventGroupCoordinates(groups) : []),
        ...binCoordinates(activity.alignment),
        ...unitCoordinates(activity.tables, activity.unitRows),
      ],
      attributes: {
        unit: nameOfUnit(unit),
        ...(group === null ? {} : { event_count: first.members.length }),
      },
    }
  },
})

/** What the events of each group share, along `group`. */
export function eventGroupCoordinates(groups: readonly EventGroup[]) {
  const [{ activity, grouping }] = groups
  const along = (name: string, data: Parameters<typeof alongDimension>[2], column: string) =>
    alongDimension('group', name, data, { column })
  const valueOfGroup = ({ members }: EventGroup) => valueOfEvent(activity, members[0])
  return [
    ...(grouping.by === 'value'
      ? [along('values', parameterCells(groups.map(valueOfGroup)), 'value')]
      : []),
    along('event_counts', integers(groups.map(({ members }) => members.length)), 'event_count'),
  ]
}
