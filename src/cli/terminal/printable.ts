/**
 * Text of a file or its name, fit for a terminal and for a log of lines: control characters
 * (line ends, escape sequences), and those that turn the direction of writing or end a line,
 * are shown as JSON writes them.
 */
export const printable = (text: string): string =>
  withoutBidi(
    text.replaceAll(/\p{Cc}/gu, (control) => shortEscapes.get(control) ?? unicodeEscape(control)),
  )

/** The same for what is JSON already, and has no other control characters. */
export const withoutBidi = (text: string): string =>
  text.replaceAll(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, unicodeEscape)

const shortEscapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

const unicodeEscape = (control: string) =>
  `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
