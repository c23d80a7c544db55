import './panels.css'
import { type ReactNode, useRef, useState } from 'react'
import { gridSvg, type LegendEntry } from '../../components/figures/grid-svg.ts'
import { SaveFigure } from '../../components/figures/save-figure.tsx'
import { useWidth } from '../../components/figures/use-width.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import type { PanelAxis } from './panel-axis.ts'
import { type PanelLine, rangeOfLines } from './panel-line.ts'
import { PANEL, PanelPlot } from './panel-plot.tsx'

/** A small plot, and what is written above it. */
export interface PanelEntry {
  readonly key: string
  readonly title: ReactNode
  readonly note: string
  /** in a line of its own below the note */
  readonly detail?: string
  /** what it shows, for those who do not see it */
  readonly label: string
  readonly lines: readonly PanelLine[]
}

interface PanelGridProps {
  /** what the plots are of: `Responses of 24 units` */
  readonly label: string
  readonly entries: readonly PanelEntry[]
  readonly axis: PanelAxis
  /** the points of the axis in words: `0.05 s`, `45°`; shape [points] */
  readonly pointNames: readonly string[]
  /** whether each plot has a vertical scale of its own */
  readonly hasOwnScales: boolean
  /** Hz at the bottom and at the top of all plots; without it, those of their lines */
  readonly range?: readonly [number, number]
  /** what a file of the plots says of them, line by line */
  readonly about: readonly string[]
  /** colours of the lines, where plots have several */
  readonly legend?: readonly LegendEntry[]
}

/** CSS pixels, until it is known how wide the page lets it be */
const USUAL_WIDTH = 1100
const GAP = 16
const LEAST_WIDTH = 128

/** Small plots on shared axes, in as many columns as the page has room for. */
export function PanelGrid(props: PanelGridProps) {
  const { label, entries, axis, pointNames, hasOwnScales, about, legend = [] } = props
  const list = useRef<HTMLUListElement>(null)
  const width = useWidth(list, USUAL_WIDTH)
  const perColumn = LEAST_WIDTH + GAP + (hasOwnScales ? PANEL.left : 0)
  const room = width + GAP - (hasOwnScales ? 0 : PANEL.left)
  const columns = Math.max(Math.min(Math.floor(room / perColumn), entries.length), 1)
  const outer = Math.min(room / columns - GAP, 320)
  const plotWidth = Math.max(Math.floor(hasOwnScales ? outer - PANEL.left : outer), 1)
  const shared = props.range ?? rangeOfLines(entries.flatMap(({ lines }) => lines))
  const widths = Array.from({ length: columns }, (_, column) =>
    hasOwnScales || column === 0 ? PANEL.left + plotWidth : plotWidth,
  )
  const draw = () =>
    list.current && gridSvg(list.current, [label, ...about, window.location.href], legend)
  return (
    <div>
      <ul
        ref={list}
        className="unit-panels"
        aria-label={label}
        style={{ gridTemplateColumns: widths.map((each) => `${each}px`).join(' ') }}
      >
        {entries.map((entry, i) => (
          <Panel
            key={entry.key}
            {...{ entry, axis, pointNames }}
            range={hasOwnScales ? rangeOfLines(entry.lines) : shared}
            width={plotWidth}
            hasValues={hasOwnScales || i % columns === 0}
            hasAxis={i + columns >= entries.length}
          />
        ))}
      </ul>
      <SaveFigure name={label} draw={draw} />
    </div>
  )
}

interface PanelProps extends Pick<PanelGridProps, 'axis' | 'pointNames'> {
  readonly entry: PanelEntry
  readonly range: readonly [number, number]
  readonly width: number
  readonly hasValues: boolean
  readonly hasAxis: boolean
}

function Panel({ entry, pointNames, ...plot }: PanelProps) {
  const [pointed, setPointed] = useState<number | null>(null)
  const { title, note, detail, label, lines } = entry
  const read = (point: number) =>
    [
      pointNames[point],
      ...lines.map(({ label, values }) => {
        const rate = values[point] ?? null
        const text = rate === null ? 'none' : `${formatRate(rate).replace('-', '−')} Hz`
        return lines.length > 1 ? `${label} ${text}` : text
      }),
    ].join(' · ')
  return (
    <li className={plot.hasValues ? 'unit-panel unit-panel-first' : 'unit-panel'}>
      <p className="unit-panel-title">{title}</p>
      <p className="unit-panel-note">{pointed === null ? note : read(pointed)}</p>
      {detail && <p className="unit-panel-detail">{detail}</p>}
      <PanelPlot {...plot} {...{ label, lines, pointed }} onPoint={setPointed} />
    </li>
  )
}
