import './panels.css'
import { useMemo, useSyncExternalStore } from 'react'
import { smoothingText } from '../../activity/picture-note.ts'
import { smoothRate } from '../../activity/traces/smooth-rate.ts'
import { useAddress } from '../../app/use-address.ts'
import { amount } from '../../components/texts/amounts.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import type { Around } from '../loading/around.ts'
import type { EventRequest } from '../loading/event-request.ts'
import { populationMean } from '../plots/area-matrices.ts'
import { figureNote } from './figure-note.ts'
import { binMiddles, momentText, timePanelAxis } from './panel-axis.ts'
import { type PanelEntry, PanelGrid } from './panel-grid.tsx'
import { MOST_PANEL_LINES, rangeOfLines } from './panel-line.ts'

/** Groups of events that have a small plot each; more are no overview. */
export const MOST_GROUP_PANELS = 40

/** Whether groups have a small plot each: too many for lines of one plot, few enough to look at. */
export const havePanels = ({ groups }: Pick<Around, 'groups'>) =>
  groups.length > MOST_PANEL_LINES && groups.length <= MOST_GROUP_PANELS

interface GroupPanelsProps {
  readonly around: Around
  /** units whose mean is drawn: those of an area, or one */
  readonly plots: readonly { readonly name: string; readonly columns: readonly number[] }[]
  readonly request: EventRequest
  /** seconds; null: none */
  readonly smoothing: number | null
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
  readonly time: AxisView
  /** of each group: `var(--trace-1)` */
  readonly colours: readonly string[]
  /** whether the names of the plots are written above them */
  readonly hasNames: boolean
}

/** Mean rates around events, a small plot per group of events, all on the same axes. */
export function GroupPanels(props: GroupPanelsProps) {
  const { around, plots, request, smoothing, duration, time, colours, hasNames } = props
  const { before, binSize } = request.window
  const address = useAddress()
  const shown = useSyncExternalStore(time.subscribe, () => time.shown)
  const times = useMemo(
    () => binMiddles(around.edges.length - 1, before, binSize),
    [around, before, binSize],
  )
  const axis = useMemo(() => timePanelAxis(times, shown, duration), [times, shown, duration])
  const pointNames = useMemo(() => Array.from(times, momentText), [times])
  const grids = useMemo(
    () =>
      plots.flatMap(({ name, columns }) => {
        if (columns.length === 0) return []
        const entries = around.groups.map(({ label, members, ...group }, i): PanelEntry => {
          const rates = populationMean({ label, members, ...group }, around.units.length, columns)
          const values = smoothing === null ? rates : smoothRate(rates, smoothing / binSize)
          const highest = Math.max(...values.map((rate) => rate ?? 0))
          return {
            key: label,
            title: label,
            note: amount(members.length, 'event'),
            label: `${name}, ${label}: mean rate around the events, at most ${formatRate(highest)} Hz.`,
            lines: [{ label, colour: colours[i], values, errors: null }],
          }
        })
        return [{ name, entries }]
      }),
    [around, plots, smoothing, binSize, colours],
  )
  const range = useMemo(
    () => rangeOfLines(grids.flatMap(({ entries }) => entries.flatMap(({ lines }) => lines))),
    [grids],
  )
  return (
    <div className="group-panels">
      {grids.map(({ name, entries }) => (
        <section key={name} aria-label={`${name}, by group`}>
          {hasNames && <h4>{name}</h4>}
          <PanelGrid
            label={`${name}, ${amount(entries.length, 'group')} of events`}
            {...{ entries, axis, pointNames, range }}
            hasOwnScales={false}
            about={[
              `Mean rate in Hz around the events${smoothingText(smoothing)}.`,
              figureNote(request, time, address.limits),
            ]}
          />
        </section>
      ))}
    </div>
  )
}
