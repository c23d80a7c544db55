import { textsField } from '../../addresses/address-field.ts'
import { binCount } from '../../domain/alignment/alignment.ts'
import { spreadOverGrid } from '../../domain/stimuli/parameter-grid.ts'
import { amount } from '../../formats/amounts.ts'
import { alongDimension, type LabelledArrays } from '../../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../../formats/labelled-file.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
  type GridActivity,
  gridActivity,
} from '../../request/activity/aligned-activity.ts'
import type { ActivityStatistic, ActivityUnit } from '../../request/activity/group-statistics.ts'
import { downloadName } from '../download-name.ts'
import { ExportKind, type ExportSource } from '../export-kind.ts'
import { withSource } from '../source-attributes.ts'
import { nameOfUnit, statisticField, unitField } from './activity-statistics.ts'
import { activityFields, emptinessOf } from './aligned-activity.ts'
import { binCoordinates, unitCoordinates } from './labels/activity-labels.ts'
import { parameterCells } from './labels/parameter-cells.ts'
import { statisticsArrays } from './statistics-arrays.ts'

/** Statistics at every combination of the values of some parameters. */
export interface GridRequest extends AlignedActivityRequest {
  /** names of the parameters, one per axis */
  readonly parameters: readonly string[] | null
  /** the array of an .npy file; the other formats have all of them */
  readonly statistic: ActivityStatistic
  readonly unit: ActivityUnit
}

/** Shape [axes…, bins, units]. */
export const activityGridExport = new ExportKind<GridRequest>({
  name: 'activity-grid',
  formats: arrayFormats,
  fields: {
    ...activityFields,
    parameters: textsField,
    statistic: statisticField,
    unit: unitField,
  },
  async plan(request, source) {
    const activity = await alignActivity(source.session, request, source)
    const model = await gridActivity(activity, request.parameters ?? [], source)
    const { axes } = model.grid
    return {
      downloadName: downloadName(source.session.id, 'activity-grid'),
      emptiness: await emptinessOf(activity, source),
      summary: () => [
        [
          ...axes.map(({ name, values }) => amount(values.length, name)),
          amount(binCount(activity.alignment), 'bin'),
          amount(activity.unitRows.length, 'unit'),
        ].join(', '),
      ],
      async encode(format, options) {
        const arrays = await arraysOf(request, model, source)
        return encodeArrays(format, withSource(arrays, source), options)
      },
    }
  },
})

async function arraysOf(
  { statistic, unit }: GridRequest,
  model: GridActivity,
  source: ExportSource,
): Promise<LabelledArrays> {
  const { grid, activity, groups } = model
  const { alignment, tables, unitRows } = activity
  const cellsEach = binCount(alignment) * unitRows.length
  const shape = [...grid.shape, binCount(alignment), unitRows.length]
  const cells = shape.reduce((product, length) => product * Math.max(1, length), 1)
  const range = [0, groups.count] as const
  source.budget.chargeCells(5 * cells)
  const arrays = await statisticsArrays(model, { statistic, unit, range }, source)
  const [main, ...beside] = arrays.map(({ name, data }) => ({
    name,
    dims: [...grid.axes.map((axis) => axis.name), 'bin', 'unit'],
    shape,
    data: spreadOverGrid(grid, data, cellsEach),
  }))
  return {
    main,
    beside,
    coordinates: [
      ...grid.axes.map(({ name, values }) => alongDimension(name, name, parameterCells(values))),
      ...binCoordinates(alignment),
      ...unitCoordinates(tables, unitRows),
    ],
    attributes: { unit: nameOfUnit(unit) },
  }
}
