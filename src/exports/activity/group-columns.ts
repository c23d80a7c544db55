import type { AddressField } from '../../addresses/address-field.ts'
import { optionalNumberField } from '../../addresses/address-field.ts'
import { groupingField } from '../../addresses/aligned-fields.ts'
import type { EventGrouping } from '../../domain/events/event-groups.ts'
import type { Grouping } from '../../domain/stimuli/presentation-grouping.ts'
import type { LabelledArrays } from '../../formats/labelled-arrays.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
  groupActivity,
} from '../../request/activity/aligned-activity.ts'
import {
  type EventActivityRequest,
  eventActivity,
  groupEventActivity,
} from '../../request/activity/event-activity.ts'
import type { GroupActivity } from '../../request/activity/group-statistics.ts'
import { arrayExport } from '../array-export.ts'
import type { ExportKind, ExportSource } from '../export-kind.ts'
import { activityFields, emptinessOf } from './aligned-activity.ts'
import { assertGroups, type ChosenGroups, chooseGroups } from './chosen-groups.ts'
import { emptinessOfEvents, eventActivityFields } from './event-activity.ts'
import { eventGroupCoordinates, eventGroupingField } from './event-statistics.ts'
import { unitCoordinates } from './labels/activity-labels.ts'
import { groupCoordinates } from './labels/group-labels.ts'

/** A number of each unit; shape [units]. */
export interface GroupColumn {
  readonly name: string
  readonly unit?: string
  readonly data: Float64Array | Uint32Array
}

interface GroupColumnsDefinition<Options> {
  /** of files about presentations; those about events have `event-` before it */
  readonly name: string
  /** what else is requested than groups and units */
  readonly options: AddressField<Options>
  /** The columns of one group, the main one first. Charges the budget. */
  readonly columnsOf: (
    group: GroupActivity,
    options: Options,
    source: ExportSource,
  ) => Promise<readonly GroupColumn[]>
  readonly attributesOf: (options: Options) => LabelledArrays['attributes']
}

/** Of which groups columns are wanted. */
export interface OfGroups<By, Options> {
  readonly grouping: By
  /** position of the only group that is wanted; null: all */
  readonly group: number | null
  readonly options: Options
}

export interface GroupColumnExports<Options> {
  readonly ofPresentations: ExportKind<AlignedActivityRequest & OfGroups<Grouping, Options>>
  readonly ofEvents: ExportKind<EventActivityRequest & OfGroups<EventGrouping, Options>>
}

/**
 * Columns of units over groups of presentations, and over groups of events: arrays of shape
 * [groups, units]; of one group [units].
 */
export function groupColumnExports<Options>(
  definition: GroupColumnsDefinition<Options>,
): GroupColumnExports<Options> {
  const { name, options } = definition
  return {
    ofPresentations: arrayExport({
      name,
      fields: { ...activityFields, grouping: groupingField, group: optionalNumberField, options },
      emptiness: async (request, source) =>
        emptinessOf(await alignActivity(source.session, request, source), source),
      async load({ grouping, group, options, ...request }, source) {
        const activity = await alignActivity(source.session, request, source)
        const groups = await groupActivity(activity, grouping, source)
        assertGroups(groups, 'presentations')
        const along = group === null ? groupCoordinates(groups) : []
        return arraysOf(definition, chooseGroups(groups, group), options, along, source)
      },
    }),
    ofEvents: arrayExport({
      name: `event-${name}`,
      fields: {
        ...eventActivityFields,
        grouping: eventGroupingField,
        group: optionalNumberField,
        options,
      },
      emptiness: async (request, source) =>
        emptinessOfEvents(await eventActivity(source.session, request, source)),
      async load({ grouping, group, options, ...request }, source) {
        const activity = await eventActivity(source.session, request, source)
        const groups = await groupEventActivity(activity, grouping, source)
        assertGroups(groups, 'events')
        const along = group === null ? eventGroupCoordinates(groups) : []
        return arraysOf(definition, chooseGroups(groups, group), options, along, source)
      },
    }),
  }
}

async function arraysOf<Options>(
  { columnsOf, attributesOf }: GroupColumnsDefinition<Options>,
  { groups, outer }: ChosenGroups<GroupActivity>,
  options: Options,
  along: LabelledArrays['coordinates'],
  source: ExportSource,
): Promise<LabelledArrays> {
  const parts = await Promise.all(groups.map((group) => columnsOf(group, options, source)))
  const { tables, unitRows } = groups[0].activity
  const [main, ...beside] = parts[0].map((column, i) => ({
    ...column,
    dims: [...outer.dims, 'unit'],
    shape: [...outer.shape, unitRows.length],
    data: joined(parts.map((part) => part[i].data)),
  }))
  return {
    main,
    beside,
    coordinates: [...along, ...unitCoordinates(tables, unitRows)],
    attributes: attributesOf(options),
  }
}

function joined(parts: readonly (Float64Array | Uint32Array)[]): Float64Array | Uint32Array {
  const width = parts[0].length
  const whole = new (parts[0] instanceof Uint32Array ? Uint32Array : Float64Array)(
    parts.length * width,
  )
  for (const [i, part] of parts.entries()) whole.set(part, i * width)
  return whole
}
