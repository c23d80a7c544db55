const item = /^ *(?:[-*]|\d+\.) /
const itemWithin = /[.:`)] (?:-|\d\.)(?: [`*[A-Z0-9]|$)/

/**
 * Numbers, from 1 on, of the lines where a Markdown page lost its structure, as happens when lines
 * are joined or broken: an item of a list that begins within a line, or goes on without its
 * indentation, and a row of a table on several lines, or with cells too many or too few.
 */
export function brokenMarkdown(page: string): number[] {
  const broken: number[] = []
  let isCode = false
  let isItem = false
  let cells = 0
  for (const [i, line] of page.split('\n').entries()) {
    const isFence = line.trimStart().startsWith('```')
    if (isFence) isCode = !isCode
    if (isCode || isFence) continue
    if (line.trim() === '') {
      isItem = false
      cells = 0
    } else if (cells > 0 || line.startsWith('|')) {
      const count = cellCount(line)
      if (cells > 0 && count !== cells) broken.push(i + 1)
      cells ||= count
    } else {
      const begins = item.test(line)
      const isUnindented = isItem && !begins && !line.startsWith('  ')
      isItem ||= begins
      if (isUnindented || (isItem && itemWithin.test(line))) broken.push(i + 1)
    }
  }
  return broken
}

/** Cells of a row; bars in code, or with a backslash, are text. */
function cellCount(row: string): number {
  const bars = row.replaceAll(/`[^`]*`/g, '').match(/(?<!\\)\|/g) ?? []
  return row.startsWith('|') && row.endsWith('|') ? bars.length - 1 : 0
}
