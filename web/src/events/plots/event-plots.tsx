import { useMemo } from 'react'
import '../raster/raster.css'
import type { Address } from '../../app/address.ts'
import { areaName } from '../../app/areas.ts'
import { useTheme } from '../../app/theme/theme.ts'
import { go } from '../../app/use-address.ts'
import { amount } from '../../components/texts/amounts.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { TimeAxis } from '../../heatmap/axes/time-axis.tsx'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { type Counts, measureCounts } from '../../heatmap/cells/measure.ts'
import { ColourLegend } from '../../heatmap/colours/colour-legend.tsx'
import { divergingScale, sequentialScale } from '../../heatmap/colours/colour-scale.ts'
import { Heatmap } from '../../heatmap/heatmap.tsx'
import type { RowWording } from '../../heatmap/row-wording.ts'
import { openUnit } from '../event-source.ts'
import type { Around } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import type { Trials } from '../loading/use-trials.ts'
import {
  columnsByArea,
  eventMatrix,
  limitOf,
  meanMatrix,
  orderRows,
  trialMatrix,
} from './area-matrices.ts'
import { PopulationMeans } from './population-means.tsx'

interface EventPlotsProps {
  readonly address: Address
  readonly request: EventRequest
  readonly around: Around
  /** null: they are not shown */
  readonly trials: Trials | null
  readonly areas: readonly string[]
  readonly named: readonly { readonly acronym: string; readonly alias: string | null }[]
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
  readonly time: AxisView
  /** what time counts from: `flashes` */
  readonly event: string
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

/** Heatmaps around the events, area by area, and below them the mean over each area's units. */
export function EventPlots(props: EventPlotsProps) {
  const { address, around, trials, time, request, event } = props
  const plots = useAreaPlots(props)
  const theme = useTheme()
  const limit = useMemo(() => limitOf(plots.map(({ matrix }) => matrix)), [plots])
  const isRelative = request.baseline !== null && !trials
  const scale = useMemo(
    () => (isRelative ? divergingScale(limit, theme) : sequentialScale(limit, theme)),
    [isRelative, limit, theme],
  )
  const { isSideBySide } = address
  const isAlone = trials !== null && address.trial !== null
  const wording = !trials ? unitWording : isAlone ? spikeWording : trialWording
  const { before, binSize } = request.window
  const title = isAlone
    ? 'Spikes in a bin'
    : isRelative
      ? 'Change from the rate before the event (Hz)'
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
      <div className={isSideBySide ? 'side-by-side' : 'area-heatmaps'}>
        {plots.map(({ name, note, matrix, rowIds, order }) => (
          <section key={name} className="area-heatmap" aria-label={name}>
            <div className="area-heatmap-head">
              <h3>{name}</h3>
              <span className="area-heatmap-about">{note}</span>
            </div>
            {isSideBySide && (
              <div className="area-heatmap-axis">
                <TimeAxis time={time} label={`Time from ${event}, in seconds`} />
              </div>
            )}
            {rowIds.length === 0 ? (
              <p className="area-heatmap-empty">No unit of this area passes the quality limits.</p>
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
                    : go(openUnit(id, request.event))
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
          duration={props.duration}
          isSideBySide={address.isSideBySide}
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
