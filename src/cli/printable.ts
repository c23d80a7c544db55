/**
 * Text of a file or its name, fit for a terminal and for a log of lines: control characters (line ends, escape sequences)
 * are shown as JSON writes them.
 */
export const printable = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (control) => shortEscapes.get(control) ?? unicodeEscape(control))

const shortEscapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

const unicodeEscape = (control: string) =>
  `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
