/** How a heatmap speaks of its rows and cells, where they are not spike counts of units. */
export interface RowWording {
  /** title of the vertical axis */
  readonly axis: string
  /** a row in words, by its id: `Trial 12` */
  readonly row: (id: string) => string
  /** a cell in words: `3.2 Hz` */
  readonly value: (value: number) => string
  /** what a click on the marked row offers: `Open unit 950913798`; null: nothing */
  readonly open: ((id: string) => string) | null
}
