import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Link } from '../../app/link.tsx'
import { useTheme } from '../../app/theme/theme.ts'
import type { CorrelationMatrixFragment } from '../../gql/graphql.ts'
import { formatNumber } from '../../heatmap/axes/axis-ticks.ts'
import { plotInk } from '../../heatmap/axes/plot-ink.ts'
import type { ColourScale } from '../../heatmap/colours/colour-scale.ts'
import { type CorrelationOrder, strongestPairs } from './correlation-order.ts'
import { drawMatrix, MATRIX_MARGINS, matrixSide } from './draw-matrix.ts'

interface CorrelationMatrixProps {
  readonly label: string
  readonly units: CorrelationMatrixFragment['units']
  /** NaN: none; shape [units, units] */
  readonly values: ArrayLike<number>
  readonly order: CorrelationOrder
  /** of each block of the order */
  readonly names: readonly string[]
  readonly scale: ColourScale
}

/** Pairs that are listed beside the matrix. */
const STRONGEST = 12

interface Pair {
  readonly row: number
  readonly column: number
}

const steps: Readonly<Record<string, Pair>> = {
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
}

/** The coefficients as a square of colours; a pair is read out, and leads to its rasters. */
export function CorrelationMatrix(props: CorrelationMatrixProps) {
  const { label, units, values, order, names, scale } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const instructions = useId()
  const theme = useTheme()
  const [pointed, setPointed] = useState<Pair | null>(null)
  const [marked, setMarked] = useState<Pair | null>(null)
  const count = order.units.length

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const ink = plotInk(theme)
    const draw = () => {
      const pixelRatio = window.devicePixelRatio
      const width = element.clientWidth
      element.width = Math.round(width * pixelRatio)
      element.height = Math.round((matrixSide(width) + MATRIX_MARGINS.top + 1) * pixelRatio)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      drawMatrix(context, { values, order, names, scale }, ink, width)
    }
    const size = new ResizeObserver(draw)
    size.observe(element)
    return () => size.disconnect()
  }, [values, order, names, scale, theme])

  const nameOf = useCallback(
    (place: number) => {
      const block = order.blocks.findIndex(
        ({ first, count }) => place >= first && place < first + count,
      )
      return `${units[order.units[place]].unitId} (${names[block]})`
    },
    [units, order, names],
  )
  const strongest = useMemo(() => strongestPairs(values, order, STRONGEST), [values, order])
  const textOf = ({ row, column }: Pair) => {
    const value = values[order.units[row] * count + order.units[column]]
    if (row === column) return `Unit ${nameOf(row)} itself`
    const pair = `Units ${nameOf(row)} and ${nameOf(column)}`
    return `${pair} · ${Number.isNaN(value) ? 'not known' : formatNumber(value, 3)}`
  }

  const pairAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Pair | null => {
    const box = canvas.current?.getBoundingClientRect()
    if (!box) return null
    const side = matrixSide(box.width)
    const column = Math.floor(((clientX - box.left - MATRIX_MARGINS.left) / side) * count)
    const row = Math.floor(((clientY - box.top - MATRIX_MARGINS.top) / side) * count)
    const isInside = row >= 0 && column >= 0 && row < count && column < count
    return isInside ? { row, column } : null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const inside = (place: number) => Math.min(Math.max(place, 0), count - 1)
    setMarked((pair) =>
      pair
        ? { row: inside(pair.row + step.row), column: inside(pair.column + step.column) }
        : { row: 0, column: Math.min(1, count - 1) },
    )
  }
  const shown = pointed ?? marked
  const idOf = (place: number) => units[order.units[place]].unitId
  return (
    <div className="correlation-matrix">
      <div
        className="correlation-cells"
        role="application"
        aria-roledescription="correlation matrix"
        aria-label={label}
        aria-describedby={instructions}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys, as its role says
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setPointed(pairAt(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => setMarked(pairAt(event))}
      >
        <canvas ref={canvas} />
        {marked && <Frame pair={marked} count={count} />}
      </div>
      <div className="correlation-beside">
        <p className="correlation-readout" aria-live="polite">
          {shown ? textOf(shown) : 'Point at a pair of units to read it.'}
        </p>
        {marked && marked.row !== marked.column && (
          <p className="correlation-links">
            <Link to={{ eventMode: 'unit', unit: idOf(marked.row), target: idOf(marked.column) }}>
              Their spikes side by side
            </Link>
            <Link to={{ view: 'unit', unit: idOf(marked.row), target: idOf(marked.column) }}>
              Their cross-correlogram
            </Link>
          </p>
        )}
        <div className="correlation-strongest">
          <h3>Strongest pairs</h3>
          <ol>
            {strongest.map(({ row, column, value }) => (
              <li key={`${row} ${column}`}>
                <button
                  type="button"
                  className="text-button"
                  aria-pressed={marked?.row === row && marked.column === column}
                  onClick={() => setMarked({ row, column })}
                >
                  {nameOf(row)} and {nameOf(column)}
                </button>
                <span>{formatNumber(value, 3)}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <p className="visually-hidden" id={instructions}>
        Arrow keys mark a pair of units and read it; links to it follow.
      </p>
    </div>
  )
}

/** Around the marked pair. */
function Frame({ pair: { row, column }, count }: { readonly pair: Pair; readonly count: number }) {
  const { left, top } = MATRIX_MARGINS
  return (
    <span
      className="correlation-frame"
      style={{
        left: `calc(${left}px + (100% - ${left + 1}px) * ${column / count})`,
        top: `calc(${top}px + (100% - ${top + 1}px) * ${row / count})`,
        width: `calc((100% - ${left + 1}px) * ${1 / count})`,
        height: `calc((100% - ${top + 1}px) * ${1 / count})`,
      }}
    />
  )
}
