import './raster.css'
import { useMemo } from 'react'
import { smoothRate } from '../../activity/traces/smooth-rate.ts'
import { TraceLegend } from '../../activity/traces/trace-legend.tsx'
import { TracePlot } from '../../activity/traces/trace-plot.tsx'
import type { Address } from '../../app/address.ts'
import { areaName } from '../../app/areas.ts'
import { Link } from '../../app/link.tsx'
import { go } from '../../app/use-address.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { amount } from '../../components/texts/amounts.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { TimeAxis } from '../../heatmap/axes/time-axis.tsx'
import { openUnit } from '../event-source.ts'
import type { Around } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { GroupPanels, havePanels } from '../panels/group-panels.tsx'
import { MOST_PANEL_LINES } from '../panels/panel-line.ts'
import { populationMean } from '../plots/area-matrices.ts'
import { rangeOf } from '../plots/population-means.tsx'
import { RasterPlot } from './raster-plot.tsx'
import { rasterRows, rasterSpikes } from './raster-rows.ts'
import { useSpikes } from './use-spikes.ts'

/** Colours of lines that can be told apart. */
const COLOURS = 8

interface UnitRastersProps {
  readonly address: Address
  readonly request: EventRequest
  /** of the units of the rasters */
  readonly around: Around
  readonly named: readonly { readonly acronym: string; readonly alias: string | null }[]
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
  readonly time: AxisView
  /** what time counts from: `flashes` */
  readonly event: string
}

/** Rasters of one unit, or of two side by side, each with its mean rate below on the same axis. */
export function UnitRasters(props: UnitRastersProps) {
  const { address, request, around, named, duration, time, event } = props
  const names = new Map(named.map((area) => [area.acronym, areaName(area)]))
  const { listed, error, retry } = useSpikes(request)
  const rows = useMemo(() => rasterRows(around), [around])
  const { before, binSize } = request.window
  const isGrouped = around.groups.length > 0 && around.groups.length <= MOST_PANEL_LINES
  const arePanels = havePanels(around)
  const colours = useMemo(() => {
    const isEach = around.groups.length <= COLOURS
    return around.groups.map((_, i) => (isEach ? `var(--trace-${i + 1})` : 'var(--trace-1)'))
  }, [around])
  const plots = useMemo(() => {
    const { smoothing } = address
    const groups = isGrouped ? around.groups : around.all ? [around.all] : []
    const firstShown = around.units.toSorted(
      (one, other) => Number(other.unitId === address.unit) - Number(one.unitId === address.unit),
    )
    return firstShown.map((unit) => ({
      unit,
      spikes: listed && rasterSpikes(listed, unit.unitId, rows),
      traces: groups.map((group, i) => {
        const rates = populationMean(group, around.units.length, [around.units.indexOf(unit)])
        return {
          label: group.label,
          colour: `var(--trace-${i + 1})`,
          values: smoothing === null ? rates : smoothRate(rates, smoothing / binSize),
        }
      }),
    }))
  }, [around, listed, rows, isGrouped, address, binSize])
  const range = useMemo(() => rangeOf(plots.flatMap(({ traces }) => traces)), [plots])
  const binCount = plots[0]?.traces[0]?.values.length ?? 0
  const times = useMemo(
    () => Float64Array.from({ length: binCount }, (_, bin) => -before + (bin + 0.5) * binSize),
    [binCount, before, binSize],
  )
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (!listed) return <Loading what="the spikes" />
  return (
    <div className="side-by-side">
      {plots.map(
        ({ unit, spikes, traces }) =>
          spikes && (
            <section key={unit.unitId} className="unit-raster" aria-label={`Unit ${unit.unitId}`}>
              <div className="area-heatmap-head">
                <h3>
                  <Link to={openUnit(unit.unitId, request.event)}>Unit {unit.unitId}</Link>
                </h3>
                <span className="area-heatmap-about">
                  {[
                    unit.area && (names.get(unit.area) ?? unit.area),
                    amount(spikes.times.length, 'spike'),
                    amount(rows.events.length, 'event'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <RasterPlot
                label={`Raster of unit ${unit.unitId}: ${amount(spikes.times.length, 'spike')} around ${amount(rows.events.length, 'event')}, one row per event.`}
                {...{ spikes, rows, colours, duration, time }}
                times={around.times}
                smallestTime={binSize * 4}
                onPick={(trial) => go({ eventMode: 'each', trial })}
              />
              <TimeAxis time={time} label={`Time from ${event}, in seconds`} />
              {arePanels ? (
                <GroupPanels
                  {...{ around, request, duration, time, colours }}
                  plots={[{ name: `Unit ${unit.unitId}`, columns: [around.units.indexOf(unit)] }]}
                  smoothing={address.smoothing}
                  hasNames={false}
                />
              ) : (
                <>
                  <TracePlot
                    label={`Mean rate of unit ${unit.unitId} around the events, in Hz.`}
                    valueLabel="rate (Hz)"
                    height={130}
                    hasTimeAxis={false}
                    range={range}
                    times={times}
                    traces={traces}
                    time={time}
                    smallestTime={binSize * 4}
                  />
                  <TraceLegend traces={traces} unit="Hz" times={times} time={time} />
                </>
              )}
            </section>
          ),
      )}
    </div>
  )
}
