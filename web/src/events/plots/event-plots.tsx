import { useMemo } from 'react'
import { smoothRate } from '../../activity/traces/smooth-rate.ts'
import { TraceLegend } from '../../activity/traces/trace-legend.tsx'
import { TracePlot } from '../../activity/traces/trace-plot.tsx'
import type { Address } from '../../app/address.ts'
import { areaName } from '../../app/areas.ts'
import { useTheme } from '../../app/theme/theme.ts'
import { go } from '../../app/use-address.ts'
import { amount } from '../../components/amounts.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { type Counts, measureCounts } from '../../heatmap/cells/measure.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { divergingScale, sequentialScale } from '../../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../../heatmap/heatmap.tsx'
import type { RowWording } from '../../heatmap/row-wording.ts'
import type { Around, AroundGroup } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import type { Trials } from '../loading/use-trials.ts'
import {
  columnsByArea,
  eventMatrix,
  limitOf,
  meanMatrix,
  orderRows,
  populationMean,
  trialMatrix,
} from './area-matrices.ts'

interface EventPlotsProps {
  readonly address: Address
  readonly request: EventRequest
  readonly around: Around
  /** null: they are not shown */
  readonly trials: Trials | null
  readonly areas: readonly string[]
  readonly named: readonly { readonly acronym: string; readonly alias: string | null }[]
  readonly time: AxisView
}

interface AreaPlot {
  readonly name: string
  readonly note: string
  readonly matrix: Counts
  readonly rowIds: readonly string[]
  readonly order: readonly number[]
  readonly columns: readonly number[]
}

const unitWording: RowWording = {
  axis: 'units, ranked',
  row: (id) => `Unit ${id}`,
  value: (rate) => (Number.isNaN(rate) ? 'not observed' : `${formatRate(rate)} Hz`),
  open: (id) => `Open unit ${id}`,
}

const spikeWording: RowWording = {
  ...unitWording,
  value: (count) => (Number.isNaN(count) ? 'not known' : amount(count, 'spike')),
}

const trialWording: RowWording = {
  axis: 'events',
  row: (id) => `Event ${id}`,
  value: (rate) => (Number.isNaN(rate) ? 'not known' : `${formatRate(rate)} Hz, mean over units`),
  open: (id) => `Show event ${id} alone`,
}

/** Lines with colours of their own; more could not be told apart. */
const MOST_LINES = 8

/** Heatmaps around the events, area by area, and below them the mean over each area's units. */
export function EventPlots(props: EventPlotsProps) {
  const { address, around, trials, time, request, areas } = props
  const plots = useAreaPlots(props)
  const theme = useTheme()
  const limit = useMemo(() => limitOf(plots.map(({ matrix }) => matrix)), [plots])
  const isRelative = request.baseline !== null && !trials
  const scale = useMemo(
    () => (isRelative ? divergingScale(limit, theme) : sequentialScale(limit, theme)),
    [isRelative, limit, theme],
  )
  const isAlone = trials !== null && address.trial !== null
  const wording = !trials ? unitWording : isAlone ? spikeWording : trialWording
  const { before, binSize } = request.window
  const title = isAlone
    ? 'Spikes in a bin'
    : isRelative
      ? 'Rate less that before the event (Hz)'
      : 'Mean rate (Hz)'
  return (
    <div className="activity-plots">
      <ColourLegend
        scale={scale}
        measure="hz"
        of={{ title, unit: isAlone ? '' : 'Hz' }}
        isClipped
        hasGaps={false}
      />
      <div className="area-heatmaps">
        {plots.map(({ name, note, matrix, rowIds, order }) => (
          <section key={name} className="area-heatmap" aria-label={name}>
            <div className="area-heatmap-head">
              <h3>{name}</h3>
              <span className="area-heatmap-about">{note}</span>
            </div>
            {rowIds.length === 0 ? (
              <p className="area-heatmap-empty">Nothing of this area passes the quality limits.</p>
            ) : (
              <Heatmap
                label={`${name}, ${note}, ${matrix.shape[0]} bins`}
                counts={matrix}
                measure={measureCounts(matrix, 'counts', binSize)}
                scale={scale}
                summary="mean"
                order={order}
                unitIds={rowIds}
                firstBinStart={-before}
                binSize={binSize}
                time={time}
                isAlone={plots.length === 1}
                wording={wording}
                onOpenUnit={(id) =>
                  wording === trialWording
                    ? go({ trial: Number(id) - 1 })
                    : go({ view: 'unit', unit: id })
                }
              />
            )}
          </section>
        ))}
      </div>
      {!isAlone && around.all && (
        <PopulationMeans
          around={around}
          all={around.all}
          plots={plots}
          time={time}
          smoothing={address.smoothing}
          request={request}
          areaCount={areas.length}
        />
      )}
    </div>
  )
}

function useAreaPlots(props: EventPlotsProps): readonly AreaPlot[] {
  const { address, around, trials, areas, named, request } = props
  const { sort, trial, group } = address
  const { binSize, before } = request.window
  return useMemo(() => {
    const { units } = around
    const shownGroup = (group !== null && around.groups[group]) || around.all
    return columnsByArea(units, areas).map(({ acronym, columns }): AreaPlot => {
      const area = named.find((other) => other.acronym === acronym)
      const name = area ? areaName(area) : (acronym ?? 'All units')
      const rowIds = columns.map((column) => units[column].unitId)
      const note = amount(columns.length, 'unit')
      if (trials && trial === null) {
        const matrix = eventMatrix(trials, columns, binSize)
        const order = eventOrder(around, matrix.shape[1])
        const ids = Array.from({ length: matrix.shape[1] }, (_, event) => String(event + 1))
        const isEmpty = columns.length === 0
        return {
          name,
          note: `${note}, ${amount(ids.length, 'event')}`,
          matrix,
          rowIds: isEmpty ? [] : ids,
          order,
          columns,
        }
      }
      const matrix =
        trials && trial !== null
          ? trialMatrix(trials, Math.min(trial, trials.shape[0] - 1), columns)
          : shownGroup
            ? meanMatrix(shownGroup, units.length, columns)
            : { shape: [0, 0] as const, data: new Float64Array(0) }
      const order = orderRows(matrix, units, columns, sort, Math.round(before / binSize))
      return { name, note, matrix, rowIds, order, columns }
    })
  }, [around, trials, areas, named, sort, trial, group, binSize, before])
}

/** Group by group, in order of time within each; those of no group last. */
function eventOrder({ groups }: Around, eventCount: number): number[] {
  const rank = new Float64Array(eventCount).fill(groups.length)
  for (const [i, { members }] of groups.entries()) for (const member of members) rank[member] = i
  return Array.from(rank, (_, event) => event).sort(
    (one, other) => rank[one] - rank[other] || one - other,
  )
}

interface PopulationMeansProps {
  readonly around: Around
  readonly all: AroundGroup
  readonly plots: readonly AreaPlot[]
  readonly time: AxisView
  /** seconds; null: none */
  readonly smoothing: number | null
  readonly request: EventRequest
  readonly areaCount: number
}

function PopulationMeans({ around, all, plots, time, smoothing, request }: PopulationMeansProps) {
  const { before, binSize } = request.window
  const isGrouped = around.groups.length > 0 && around.groups.length <= MOST_LINES
  const lines = useMemo(() => {
    const groups = isGrouped ? around.groups : [all]
    return plots.flatMap(({ name, columns }) => {
      if (columns.length === 0) return []
      const traces = groups.map((group, i) => {
        const rates = populationMean(group, around.units.length, columns)
        return {
          label: group.label,
          colour: `var(--trace-${i + 1})`,
          values: smoothing === null ? rates : smoothRate(rates, smoothing / binSize),
        }
      })
      return [{ name, traces }]
    })
  }, [around, all, plots, isGrouped, smoothing, binSize])
  const binCount = lines[0]?.traces[0].values.length ?? 0
  const times = useMemo(
    () => Float64Array.from({ length: binCount }, (_, bin) => -before + (bin + 0.5) * binSize),
    [binCount, before, binSize],
  )
  const range = useMemo(() => rangeOf(lines.flatMap(({ traces }) => traces)), [lines])
  const smoothed = smoothing === null ? '' : `, smoothed with a Gaussian (σ = ${smoothing} s)`
  return (
    <section className="activity-trace" aria-label="Population mean">
      <div className="trace-head">
        <h3>Population mean</h3>
        <p className="soft small">
          Hz, over the units of an area{smoothed}
          {around.groups.length > MOST_LINES && `; of all ${around.groups.length} groups together`}
        </p>
      </div>
      <ul className="trace-legend population-traces">
        {lines.map(({ name, traces }) => (
          <li key={name}>
            <span className="population-name">{name}</span>
            <TracePlot
              label={`Mean rate of ${name} around the events, in Hz.`}
              valueLabel={null}
              height={lines.length === 1 ? 160 : 72}
              hasTimeAxis={false}
              range={range}
              times={times}
              traces={traces}
              time={time}
              smallestTime={binSize * 4}
            />
            <TraceLegend traces={traces} unit="Hz" times={times} time={time} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function rangeOf(traces: readonly { readonly values: readonly (number | null)[] }[]) {
  let [low, high] = [0, 0]
  for (const { values } of traces) {
    for (const value of values) {
      low = Math.min(low, value ?? 0)
      high = Math.max(high, value ?? 0)
    }
  }
  const margin = (high - low || 1) * 0.08
  return [low < 0 ? low - margin : 0, high + margin] as const
}
