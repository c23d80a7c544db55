import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wholeGoldenFolder } from '../shared.ts'

/** Where the small golden set of test/fixtures is unpacked before the tests. */
export const smallGoldenFolder = fileURLToPath(
  new URL('../../../node_modules/.cache/spikeql-golden', import.meta.url),
)

/**
 * Sessions written, and answered, by the AllenSDK: the small set, or the
 * whole one (see vitest.config.ts).
 */
export const goldenFolder =
  process.env.GOLDEN_SET === 'whole' ? wholeGoldenFolder : smallGoldenFolder

export const goldenSessionIds = ['715093703', '766640955'] as const

export const goldenSessionFile = (id: string): string =>
  `${goldenFolder}/cache/session_${id}/session_${id}.nwb`

/** The sessions that this set has; the small one lacks some. */
export const goldenSessionsWith = (response: string) =>
  goldenSessionIds.filter((id) => existsSync(`${goldenFolder}/expected/${id}/${response}`))
