/** A place in a heatmap, by position. */
export interface Cell {
  readonly bin: number
  readonly row: number
}
