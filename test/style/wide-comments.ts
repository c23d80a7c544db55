const WIDTH = 100

/** A line that begins as a comment does, in TypeScript, CSS, JSX or Python. */
const wholeLine = /^\s*(\/\/|\/\*|\*|\{\/\*|# )/
/** A comment after code; `//` within a text has a quote after it. */
const afterCode = /\s\/\/ [^'"`]*$/

/**
 * Numbers, from 1, of the lines with a comment that are wider than code may be. Biome's formatter
 * wraps code, and leaves comments as they are.
 */
export function wideComments(text: string): number[] {
  return text.split('\n').flatMap((line, index) => {
    const isWide = line.length > WIDTH && [...line].length > WIDTH
    return isWide && (wholeLine.test(line) || afterCode.test(line)) ? [index + 1] : []
  })
}
