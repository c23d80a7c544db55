import './heatmap.css'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { PixelSummary } from '../app/address.ts'
import { AxisView } from './axes/axis-view.ts'
import { plotHeight } from './axes/plot-area.ts'
import type { Cell } from './cells/cell.ts'
import { shadeCells } from './cells/cell-image.ts'
import { binText, describeCell } from './cells/cell-text.ts'
import { type Counts, type Measure, measureCounts, measured } from './cells/measure.ts'
import { panRange, revealInRange, spanOf, zoomRange } from './cells/range.ts'
import { type ColourScale, toPalette } from './colours/colour-scale.ts'
import { HeatmapCanvas } from './heatmap-canvas.tsx'
import type { HeatmapCommand } from './heatmap-command.ts'
import type { RowWording } from './row-wording.ts'

export interface HeatmapProps {
  /** what the cells are of, for those who do not see them: `V1, 53 units` */
  readonly label: string
  readonly counts: Counts
  readonly measure: Measure
  readonly scale: ColourScale
  /** what a pixel shows of the bins under it */
  readonly summary: PixelSummary
  /** shape [rows]: the unit that each row shows */
  readonly order: readonly number[]
  /** shape [units] */
  readonly unitIds: readonly string[]
  /** start of the first bin, in seconds from the onset */
  readonly firstBinStart: number
  /** seconds */
  readonly binSize: number
  readonly time: AxisView
  readonly isAlone: boolean
  /** without it, rows are units and cells their spike counts */
  readonly wording?: RowWording
  readonly onOpenUnit: (unitId: string) => void
}

/**
 * Spikes of some units over time, one row per unit, in colours; to be zoomed,
 * moved, pointed at and opened.
 */
export function Heatmap(props: HeatmapProps) {
  const { label, counts, measure, scale, order, unitIds, firstBinStart, binSize, time } = props
  const { summary } = props
  const [binCount] = counts.shape
  const instructions = useId()
  const rows = useMemo(() => new AxisView({ start: 0, stop: order.length }), [order.length])
  const image = useMemo(
    () => shadeCells(counts, measure, scale, order, summary),
    [counts, measure, scale, order, summary],
  )
  const palette = useMemo(() => toPalette(scale), [scale])
  const rowUnitIds = useMemo(() => order.map((unit) => unitIds[unit]), [order, unitIds])
  const [pointed, setPointed] = useState<Cell | null>(null)
  const [marked, setMarked] = useState<Cell | null>(null)
  const [isHeard, setHeard] = useState(false)
  const zscores = useMemo(
    () => once(() => measureCounts(counts, 'zscore', binSize)),
    [counts, binSize],
  )

  const marking = useRef({ rowUnitIds, firstBinStart, binSize })
  /** a moment that keys went to, where there are no bins yet: finer ones come as time is shown */
  const sought = useRef<{ readonly moment: number; readonly row: number } | null>(null)
  // A cell marked among other rows is another unit's; in other bins it is the one at its moment.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is their change that matters
  useEffect(() => {
    const before = marking.current
    marking.current = { rowUnitIds, firstBinStart, binSize }
    const areSameRows = `${before.rowUnitIds}` === `${rowUnitIds}`
    setPointed(null)
    const target = sought.current
    sought.current = null
    const binOf = (moment: number) => Math.floor((moment - firstBinStart) / binSize)
    if (target && areSameRows) {
      setMarked({ bin: inside(binOf(target.moment), binCount), row: target.row })
      return
    }
    setMarked((cell) => {
      if (!cell || !areSameRows) return null
      const moment = before.firstBinStart + (cell.bin + 0.5) * before.binSize
      const bin = binOf(moment)
      return bin >= 0 && bin < binCount ? { bin, row: cell.row } : null
    })
  }, [order, counts])

  const textOf = ({ bin, row }: Cell) => {
    const unit = order[row]
    const { wording } = props
    if (wording) {
      const value = counts.data[bin * unitIds.length + unit]
      const start = firstBinStart + bin * binSize
      return [wording.row(unitIds[unit]), binText(start, binSize), wording.value(value)].join(' · ')
    }
    const count = counts.data[bin * unitIds.length + unit]
    return describeCell({
      unitId: unitIds[unit],
      start: firstBinStart + bin * binSize,
      binSize,
      count,
      zscore: measured(zscores(), unit, count),
      gap: counts.gaps?.[bin * unitIds.length + unit] ?? 0,
    })
  }

  const mark = (cell: Cell) => {
    setMarked(cell)
    const start = firstBinStart + cell.bin * binSize
    time.show(revealInRange(time.shown, { start, stop: start + binSize }, time.whole))
    rows.show(revealInRange(rows.shown, { start: cell.row, stop: cell.row + 1 }, rows.whole))
    time.pointAt(start + binSize / 2)
  }

  /** Bins before the first of the time axis, and up to its last; those of a part may be fewer. */
  const binAt = (moment: number) => Math.round((moment - firstBinStart) / binSize)
  const axisBins = { first: binAt(time.whole.start), count: binAt(time.whole.stop) }

  /** Mark a cell; where the bins are those of a part of the time axis, once its own have come. */
  const moveTo = ({ bin, row }: Cell) => {
    const wanted = Math.min(Math.max(bin, axisBins.first), axisBins.count - 1)
    if (inside(wanted, binCount) === wanted) return mark({ bin: wanted, row })
    const start = firstBinStart + wanted * binSize
    sought.current = { moment: start + binSize / 2, row }
    time.show(revealInRange(time.shown, { start, stop: start + binSize }, time.whole))
  }

  const obey = (command: HeatmapCommand) => {
    setHeard(true)
    switch (command.kind) {
      case 'move': {
        const from = marked ?? cellInView(time, rows, firstBinStart, binSize)
        const moved = marked ? { bin: from.bin + command.bins, row: from.row + command.rows } : from
        moveTo({ bin: moved.bin, row: inside(moved.row, order.length) })
        break
      }
      case 'pan':
        time.show(panRange(time.shown, command.time * spanOf(time.shown), time.whole))
        rows.show(panRange(rows.shown, command.rows * spanOf(rows.shown), rows.whole))
        break
      case 'zoom':
        zoomAround(command, marked)
        break
      case 'reset':
        time.show(time.whole)
        rows.show(rows.whole)
        break
      case 'open':
        if (marked) props.onOpenUnit(rowUnitIds[marked.row])
        break
      case 'unmark':
        setMarked(null)
        time.pointAt(null)
    }
  }

  const zoomAround = (command: Extract<HeatmapCommand, { kind: 'zoom' }>, cell: Cell | null) => {
    const view = command.axis === 'time' ? time : rows
    const middle = (view.shown.start + view.shown.stop) / 2
    const at =
      command.axis === 'time'
        ? cell && firstBinStart + (cell.bin + 0.5) * binSize
        : cell && cell.row + 0.5
    const isSeen = at !== null && at >= view.shown.start && at <= view.shown.stop
    const smallest = command.axis === 'time' ? smallestTime(binSize, time) : 1
    view.show(zoomRange(view.shown, command.factor, isSeen ? at : middle, view.whole, smallest))
  }

  const described = pointed ?? marked
  const openText = props.wording ? props.wording.open : (id: string) => `Open unit ${id}`
  return (
    <div className="heatmap">
      <HeatmapCanvas
        picture={{
          image,
          palette,
          firstBinStart,
          binSize,
          rowTitle: props.wording?.axis ?? 'units, ranked',
        }}
        time={time}
        rows={rows}
        height={plotHeight(order.length, props.isAlone)}
        smallestTime={smallestTime(binSize, time)}
        marked={marked}
        label={label}
        describedBy={instructions}
        onPoint={setPointed}
        onPick={(cell) => {
          setHeard(false)
          mark(cell)
        }}
        onCommand={obey}
      />
      <div className="heatmap-readout">
        <span className="heatmap-cell">{described && textOf(described)}</span>
        {marked && openText && (
          <button
            type="button"
            className="heatmap-open"
            onClick={() => props.onOpenUnit(rowUnitIds[marked.row])}
          >
            {openText(rowUnitIds[marked.row])}
          </button>
        )}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {isHeard && marked ? textOf(marked) : ''}
      </p>
      <p className="visually-hidden" id={instructions}>
        Arrow keys mark a cell and read it; Page Up and Page Down move ten units, Home and End to
        the first and last bin. Plus and minus zoom time, square brackets zoom units, Shift with
        arrow keys moves what is shown, 0 shows all. Enter opens the unit of the marked cell.
      </p>
    </div>
  )
}

/** Computed when first needed. */
function once<Value>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= compute()
    return value
  }
}

function cellInView(time: AxisView, rows: AxisView, firstBinStart: number, binSize: number): Cell {
  const onset = time.shown.start <= 0 && time.shown.stop > 0 ? 0 : time.shown.start
  return {
    bin: Math.round((onset - firstBinStart) / binSize),
    row: Math.ceil(rows.shown.start),
  }
}

/** Ten bins, or all where there are fewer. */
function smallestTime(binSize: number, time: AxisView): number {
  return Math.min(10 * binSize, spanOf(time.whole))
}

function inside(position: number, count: number): number {
  return Math.min(Math.max(position, 0), count - 1)
}
