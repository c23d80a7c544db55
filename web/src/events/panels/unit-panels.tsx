import { useMemo, useSyncExternalStore } from 'react'
import { smoothingText } from '../../activity/picture-note.ts'
import { smoothRate } from '../../activity/traces/smooth-rate.ts'
import type { Address } from '../../app/address.ts'
import { areaName } from '../../app/areas.ts'
import { Link } from '../../app/link.tsx'
import { go } from '../../app/use-address.ts'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { amount } from '../../components/texts/amounts.ts'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { parameterLabel, valueLabel } from '../../unit/responses/grouping.ts'
import { openUnit } from '../event-source.ts'
import type { Around, AroundGroup } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { populationMean } from '../plots/area-matrices.ts'
import { figureNote } from './figure-note.ts'
import { binMiddles, momentText, timePanelAxis, tuningPanelAxis } from './panel-axis.ts'
import { type PanelEntry, PanelGrid } from './panel-grid.tsx'
import { MOST_PANEL_LINES, type PanelLine } from './panel-line.ts'
import { type PanelUnit, panelUnits } from './panel-units.ts'
import { peakText } from './peak-response.ts'
import { useSelectivity } from './selectivity.ts'
import { type PanelTuning, useTuning } from './use-tuning.ts'

/** Small plots that a button adds. */
const MORE = 48

interface UnitPanelsProps {
  readonly address: Address
  readonly request: EventRequest
  readonly around: Around
  readonly named: readonly { readonly acronym: string; readonly alias: string | null }[]
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
  readonly time: AxisView
  /** what time counts from: `flashes` */
  readonly event: string
}

/** A small plot per unit, in the order wanted; it is said how many are left out. */
export function UnitPanels(props: UnitPanelsProps) {
  const { address, request, around, named, duration, time, event } = props
  const isTuning = address.panelCurve === 'tuning' && hasTuning(request, around)
  const selectivity = useSelectivity(request)
  const { tuning, error, retry } = useTuning(request, isTuning)
  const shown = useSyncExternalStore(time.subscribe, () => time.shown)
  const { metric, values } = selectivity
  const { before, binSize } = request.window
  const units = useMemo(
    () =>
      around.all
        ? panelUnits(around.units, around.all, values, address.panelSort, { before, binSize })
        : [],
    [around, values, address.panelSort, before, binSize],
  )
  const listed = units.slice(0, address.panelCount)
  const groups = shownGroups(around, address.group)
  const times = useMemo(
    () => binMiddles(around.edges.length - 1, before, binSize),
    [around, before, binSize],
  )
  const entries = useMemo(() => {
    const areaOf = areaNames(named, around.units)
    const linesOf = isTuning
      ? (unit: PanelUnit) => (tuning ? [tuningLine(tuning, unit.unitId)] : [])
      : (unit: PanelUnit) => timeLines(groups, around, unit.column, address.smoothing, binSize)
    return listed.map(
      (unit): PanelEntry => ({
        key: unit.unitId,
        title: (
          <>
            <Link to={openUnit(unit.unitId, request.event)}>{unit.unitId}</Link>{' '}
            <span>{areaOf(unit.area)}</span>
          </>
        ),
        note: noteOf(unit, metric?.short ?? null),
        detail: isTuning || !unit.response ? '' : peakText(unit.response),
        label: `${isTuning ? `Tuning of unit ${unit.unitId}` : `Unit ${unit.unitId} around the events`}: ${noteOf(unit, metric?.short ?? null)}.`,
        lines: linesOf(unit),
      }),
    )
  }, [listed, isTuning, tuning, groups, around, named, metric, address.smoothing, binSize, request])
  const axis = useMemo(
    () =>
      tuning && request.grouping !== null
        ? tuningPanelAxis(request.grouping, parameterLabel(request.grouping), tuning.values)
        : timePanelAxis(times, shown, duration),
    [tuning, request.grouping, times, shown, duration],
  )
  if (error) return <ErrorNotice error={error} retry={retry} />
  if (selectivity.isLoading) return <Loading what="the selectivity of units" />
  if (isTuning && !tuning) return <Loading what="the tuning of units" />
  if (units.length === 0)
    return <p className="area-heatmap-empty">No unit of these areas passes the quality limits.</p>
  const pointNames = tuning
    ? tuning.values.map((value) => valueLabel(request.grouping ?? '', value))
    : Array.from(times, momentText)
  const rest = units.length - listed.length
  const meaning = [
    rest > 0 ? `${listed.length} of ${amount(units.length, 'unit')}` : amount(units.length, 'unit'),
    `, ${orderText(address.panelSort, metric?.name ?? null)}. `,
    isTuning
      ? 'Mean rate during the presentations ± standard error, over all other parameters.'
      : `Mean rate around ${event}${groups.length > 1 ? '' : `, over ${amount(groups[0]?.members.length ?? 0, 'event')}`}${smoothingText(address.smoothing)}.`,
    ` Above each: ${metric ? `${metric.name}; ` : ''}mean rate over the window`,
    request.baseline ? ', less that before the event' : '',
    isTuning ? '.' : '; and the peak of the mean over all events, less the rate before them.',
  ].join('')
  const legend =
    isTuning || groups.length < 2
      ? []
      : groups.map(({ label }, i) => ({ label, colour: `var(--trace-${i + 1})` }))
  return (
    <section className="activity-plots" aria-label="Units one by one">
      {selectivity.error && <ErrorNotice error={selectivity.error} retry={selectivity.retry} />}
      <p className="unit-panels-note" role="status">
        {meaning}
      </p>
      {legend.length > 0 && (
        <ul className="trace-legend">
          {legend.map(({ label, colour }) => (
            <li key={label}>
              <i style={{ background: colour }} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      )}
      <PanelGrid
        label={`Responses of ${amount(listed.length, 'unit')}`}
        {...{ entries, axis, pointNames }}
        about={[meaning, figureNote(request, time, address.limits)]}
        legend={legend}
        hasOwnScales={address.hasOwnScales}
      />
      {rest > 0 && (
        <button
          type="button"
          className="button unit-panels-more"
          onClick={() => go({ panelCount: address.panelCount + MORE }, { replace: true })}
        >
          {rest > MORE ? `Show ${MORE} more` : `Show the other ${rest}`}
        </button>
      )}
    </section>
  )
}

/** Whether rates can be drawn by the value of a parameter: those of presentations can. */
export const hasTuning = ({ event, grouping }: EventRequest, { groups }: Pick<Around, 'groups'>) =>
  event.kind === 'stimulus' && grouping !== null && groups.length > 1

/** The group that is chosen; else all groups while few; else all events as one. */
function shownGroups({ groups, all }: Around, chosen: number | null): readonly AroundGroup[] {
  if (chosen !== null && groups[chosen]) return [groups[chosen]]
  if (groups.length > 1 && groups.length <= MOST_PANEL_LINES) return groups
  return all ? [all] : []
}

function timeLines(
  groups: readonly AroundGroup[],
  { units }: Around,
  column: number,
  smoothing: number | null,
  binSize: number,
): PanelLine[] {
  return groups.map((group, i) => {
    const rates = populationMean(group, units.length, [column])
    return {
      label: group.label,
      colour: `var(--trace-${i + 1})`,
      values: smoothing === null ? rates : smoothRate(rates, smoothing / binSize),
      errors: null,
    }
  })
}

function tuningLine({ columns, means, errors }: PanelTuning, unitId: string): PanelLine {
  const column = columns.get(unitId) ?? -1
  const known = (numbers: ArrayLike<number>) => {
    const value = numbers[column] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  }
  return {
    label: 'Rate',
    colour: 'var(--trace-1)',
    values: means.map(known),
    errors: errors.map(known),
  }
}

/** `gOSI 0.42 · 12.3 Hz` */
function noteOf({ selectivity, rate }: PanelUnit, metric: string | null): string {
  const rateText = Number.isNaN(rate) ? 'not observed' : `${formatRate(rate).replace('-', '−')} Hz`
  if (metric === null) return rateText
  return `${metric} ${selectivity === null ? '–' : formatNumber(selectivity, 2)} · ${rateText}`
}

function orderText(sort: Address['panelSort'], metric: string | null): string {
  if (sort === 'depth') return 'probe by probe from the surface down'
  if (sort === 'response') return 'the largest response first'
  return sort === 'selectivity' && metric !== null
    ? 'the most selective first'
    : 'the most active first'
}

/** Names of areas, where units are of several. */
function areaNames(named: UnitPanelsProps['named'], units: Around['units']) {
  const names = new Map(named.map((area) => [area.acronym, areaName(area)]))
  const isOne = new Set(units.map(({ area }) => area)).size < 2
  return (area: string | null) => (isOne || area === null ? '' : (names.get(area) ?? area))
}
