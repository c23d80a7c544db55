/** What a key does in a heatmap. */
export type HeatmapCommand =
  /** move the marked cell */
  | { readonly kind: 'move'; readonly bins: number; readonly rows: number }
  /** by parts of what is shown */
  | { readonly kind: 'pan'; readonly time: number; readonly rows: number }
  | { readonly kind: 'zoom'; readonly axis: 'time' | 'rows'; readonly factor: number }
  | { readonly kind: 'reset' | 'open' | 'unmark' }

/** How much larger one step of zooming makes what is shown. */
export const ZOOM_STEP = 1.5

/** Part of what is shown that one step of panning moves. */
const PAN_STEP = 0.2

/** Steps of a marked cell, by key: [bins, rows]. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageUp: [0, -10],
  PageDown: [0, 10],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
}

const others: Readonly<Record<string, HeatmapCommand>> = {
  '+': { kind: 'zoom', axis: 'time', factor: ZOOM_STEP },
  '=': { kind: 'zoom', axis: 'time', factor: ZOOM_STEP },
  '-': { kind: 'zoom', axis: 'time', factor: 1 / ZOOM_STEP },
  ']': { kind: 'zoom', axis: 'rows', factor: ZOOM_STEP },
  '[': { kind: 'zoom', axis: 'rows', factor: 1 / ZOOM_STEP },
  '0': { kind: 'reset' },
  Enter: { kind: 'open' },
  Escape: { kind: 'unmark' },
}

/** What a key means; null: nothing here. With Ctrl, Alt or Meta keys are the browser's. */
export function commandOf(event: KeyPress): HeatmapCommand | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  const step = steps[event.key]
  if (!step) return others[event.key] ?? null
  const [bins, rows] = step
  if (event.shiftKey && Math.abs(bins) + Math.abs(rows) === 1)
    return { kind: 'pan', time: bins * PAN_STEP, rows: rows * PAN_STEP }
  return { kind: 'move', bins, rows }
}

/** What of a KeyboardEvent matters. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}
