/** Rows of texts under headings; the first column is text, the others are numbers. */
export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** As Markdown: columns of equal width, so that it can be read as it is. */
export function markdown({ headings, rows }: Table): string {
  const widths = headings.map((heading, column) =>
    Math.max(3, heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-' : '-').repeat(width))
  const align = rule.map((dashes, column) => (column === 0 ? dashes : `${dashes.slice(1)}:`))
  return [line(headings), `| ${align.join(' | ')} |`, ...rows.map(line)].join('\n')
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}
