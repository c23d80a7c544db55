import { textsField } from '../../addresses/address-field.ts'
import { presentationIntervals } from '../../domain/stimuli/presentation-intervals.ts'
import { tableOf } from '../../formats/tables/table.ts'
import { selectPresentationIds } from '../../request/activity/aligned-activity.ts'
import { tableExport } from './table-export.ts'

/** Gaps between presentations that follow each other, one per row. */
export const presentationIntervalsExport = tableExport<{
  /** null: of all stimuli */
  readonly stimulusNames: readonly string[] | null
}>({
  name: 'inter-presentation-intervals',
  fields: { stimulusNames: textsField },
  async plan({ stimulusNames }, source) {
    const list = await source.loaders.load(source.session, 'presentations')
    const ids = await selectPresentationIds(source.session, { stimulusNames }, source)
    const { fromIds, toIds, intervals } = presentationIntervals(list, ids)
    const reason = 'No two of the presentations follow each other.'
    return {
      rowCount: intervals.length,
      emptiness: intervals.length === 0 ? { missing: 'presentations', reason } : null,
      load: async () =>
        tableOf([
          { name: 'from_presentation_id', type: 'integer', cells: Float64Array.from(fromIds) },
          { name: 'to_presentation_id', type: 'integer', cells: Float64Array.from(toIds) },
          { name: 'interval', type: 'float', cells: intervals },
        ]),
    }
  },
})
