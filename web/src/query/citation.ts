import type { ShownQuery } from './shown-query.ts'

/** One line for a figure's caption: what is shown, where it is, and the day that it was seen. */
export function citation({ variables }: ShownQuery, page: string, day = new Date()): string {
  const date = day.toISOString().slice(0, 10)
  return `SpikeQL, session ${variables.session}, ${page} (seen on ${date})`
}
