import { parseParameter } from '../../../src/domain/stimuli/stimulus-parameters.ts'
import type { GoldenTable } from './golden-answers.ts'

/** Columns of the AllenSDK's presentation tables that are no parameters. */
const NO_PARAMETERS = [
  'stimulus_presentation_id',
  'stimulus_condition_id',
  'stimulus_name',
  'stimulus_block',
  'start_time',
  'stop_time',
  'duration',
]

/**
 * Parameters of each row by name, without missing ones, as the API writes
 * them: see docs/differences.md.
 */
export function goldenParameters({ columns, rows }: GoldenTable): Record<string, unknown>[] {
  return rows.map((row) => {
    const parameters: Record<string, unknown> = {}
    for (const [i, name] of columns.entries()) {
      if (NO_PARAMETERS.includes(name)) continue
      const value = plainValue(row[i])
      if (value !== null) parameters[name === 'color_triplet' ? 'color' : name] = value
    }
    return parameters
  })
}

/** Texts become what they say, the AllenSDK's booleans the numbers that the file has. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'string' ? parseParameter(value) : value
}

/** The parameters that the API gives, by name. */
export function byName(
  parameters: readonly { readonly name: string; readonly value: unknown }[],
): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
}
