import { choiceField, optionalNumberField, textsField } from '../../addresses/address-field.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { metricNames, responseStimuli } from '../../domain/analyses/responses/response-stimuli.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import { type Cells, tableOf, wholeColumn } from '../../formats/tables/table.ts'
import {
  openReceptiveFields,
  openResponseMetrics,
  type ResponseMetricsSelection,
  type ResponsesRequest,
  readReceptiveFields,
  readResponseMetrics,
} from '../../request/analyses/responses.ts'
import { unitCoordinates } from '../activity/labels/activity-labels.ts'
import { arrayExport } from '../array-export.ts'
import { noUnits, unlessUnits } from '../emptiness.ts'
import type { ExportSource } from '../export-kind.ts'
import { tableExport } from '../tables/table-export.ts'

const stimuli = Object.keys(responseStimuli) as (keyof typeof responseStimuli)[]
const ruleField = choiceField(['allenSdk', 'corrected'], 'allenSdk')

/** Metrics of responses to a stimulus: a row per unit, a column per metric. */
export const responseMetricsExport = tableExport<ResponsesRequest>({
  name: 'response-metrics',
  fields: {
    stimulus: choiceField(stimuli, 'driftingGratings'),
    units: unitFilterField,
    rule: ruleField,
    stimulusNames: textsField,
    trialDuration: optionalNumberField,
  },
  async plan(request, source) {
    const metrics = await openResponseMetrics(source.session, request, source)
    const rowCount = metrics.unitRows.length
    return {
      rowCount,
      emptiness: rowCount === 0 ? noUnits(source.tables) : null,
      load: () => metricsTable(metrics, source),
    }
  },
})

async function metricsTable(metrics: ResponseMetricsSelection, source: ExportSource) {
  const { design, tables, unitRows } = metrics
  const { values, preferredConditions } = await readResponseMetrics(metrics, source)
  const names = metricNames(design.stimulus)
  const columnOf = (metric: number): Cells =>
    Float64Array.from(unitRows, (_, unit) => values[unit * names.length + metric])
  return tableOf([
    wholeColumn(
      'unit_id',
      Array.from(unitRows, (row) => tables.units.ids[row]),
    ),
    {
      name: 'area',
      type: 'text',
      cells: Array.from(unitRows, (row) => tables.units.areas[row] ?? null),
    },
    { name: 'preferred_condition_id', type: 'integer', cells: preferredConditions },
    ...names.map((name, metric) => ({ name, type: 'float' as const, cells: columnOf(metric) })),
  ])
}

export type ReceptiveFieldMapsRequest = Pick<ResponsesRequest, 'units' | 'rule' | 'stimulusNames'>

const degrees = { unit: 'deg' }

/** Maps of responses by the place of the stimulus, shape [units, rows, columns]. */
export const receptiveFieldsExport = arrayExport<ReceptiveFieldMapsRequest>({
  name: 'receptive-fields',
  fields: { units: unitFilterField, rule: ruleField, stimulusNames: textsField },
  emptiness: unlessUnits,
  async load(request, source) {
    const requested = {
      ...request,
      stimulus: 'receptiveFieldMapping',
      trialDuration: null,
    } as const
    const fields = await openReceptiveFields(source.session, requested, source)
    const { rows, columns } = fields.request.positions
    const { tables, unitRows } = fields
    const shape = [unitRows.length, rows.length, columns.length]
    source.budget.chargeCells(shape.reduce((product, length) => product * length, 1))
    const { counts, azimuths, elevations, areas, xs, ys } = await readReceptiveFields(
      fields,
      source,
    )
    const ofUnits = (name: string, data: Float64Array, unit = 'deg') =>
      alongDimension('unit', name, data, { unit })
    return {
      main: {
        name: 'counts',
        column: 'count',
        dims: ['unit', 'y', 'x'],
        shape,
        data: Uint32Array.from(counts),
      },
      coordinates: [
        ...unitCoordinates(tables, unitRows),
        alongDimension('y', 'y_positions', rows, { ...degrees, column: 'y_position' }),
        alongDimension('x', 'x_positions', columns, { ...degrees, column: 'x_position' }),
        ofUnits('azimuths', azimuths),
        ofUnits('elevations', elevations),
        ofUnits('areas', areas, 'deg2'),
        ofUnits('x_centres', xs),
        ofUnits('y_centres', ys),
      ],
      attributes: { rule: request.rule, presentation_count: fields.design.ids.length },
    }
  },
})
