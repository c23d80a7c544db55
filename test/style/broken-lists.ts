const item = /^ *(?:[-*]|\d+\.) /

/**
 * Numbers, from 1 on, of the lines of a Markdown page where an item of a list begins in the middle
 * of a line, or goes on without its indentation: what is left where lines were joined.
 */
export function brokenLists(page: string): number[] {
  const broken: number[] = []
  let isCode = false
  let isItem = false
  for (const [i, line] of page.split('\n').entries()) {
    const isFence = line.trimStart().startsWith('```')
    if (isFence) isCode = !isCode
    if (isCode || isFence) continue
    if (line.trim() === '') isItem = false
    else if (item.test(line)) isItem = true
    else if (isItem && !line.startsWith('  ')) broken.push(i + 1)
    if (isItem && /[.:`)] (?:-|\d\.)(?: [`*[A-Z0-9]|$)/.test(line)) broken.push(i + 1)
  }
  return broken
}
