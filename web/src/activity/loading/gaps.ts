import { Gap } from '../../heatmap/cells/measure.ts'

/** What the API says of where a matrix's counts are no measure of activity. */
export interface GapFacts {
  /** seconds on the session's clock */
  readonly start: number
  /** seconds */
  readonly binSize: number
  /** [bins, units] */
  readonly shape: readonly number[]
  /** fraction of each bin that was observed, as the mean over units; null without units */
  readonly binCoverage: readonly (number | null)[] | null
  /** the same of each unit, shape [bins, units]; null where all units were observed alike */
  readonly cellCoverage: readonly (readonly (number | null)[])[] | null
  readonly probes: readonly (string | null)[]
  readonly invalidTimes: readonly {
    readonly startTime: number
    readonly stopTime: number
    readonly tags: readonly string[]
  }[]
}

/**
 * Cells that were not recorded at all, or that an invalid time touches: one of all probes, of the
 * unit's own probe, or of the stimulus.
 *
 * @returns shape [bins, units]: 0, or the `Gap`; null where there is none
 */
export function findGaps(facts: GapFacts): Uint8Array | null {
  const [binCount, unitCount] = facts.shape
  const gaps = new Uint8Array(binCount * unitCount)
  let isEmpty = true
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    const invalid = facts.invalidTimes.filter(
      ({ startTime, stopTime }) =>
        startTime < facts.start + (bin + 1) * facts.binSize &&
        stopTime >= facts.start + bin * facts.binSize,
    )
    for (let unit = 0; unit < unitCount; unit++, cell++) {
      const coverage = facts.cellCoverage?.[bin]?.[unit] ?? facts.binCoverage?.[bin] ?? 1
      if (coverage === 0) gaps[cell] = Gap.NOT_RECORDED
      else if (invalid.some(({ tags }) => concerns(tags, facts.probes[unit])))
        gaps[cell] = Gap.INVALID
      if (gaps[cell]) isEmpty = false
    }
  }
  return isEmpty ? null : gaps
}

/** Whether an invalid time with these tags concerns the units of a probe. */
function concerns(tags: readonly string[], probe: string | null): boolean {
  if (tags.includes('all_probes')) return true
  const probeTags = tags.filter((tag) => /^probe/i.test(tag))
  return probeTags.length === 0 || (probe !== null && probeTags.includes(probe))
}

/** Whether units of one matrix were observed for different parts of the window. */
export function isObservedUnevenly(unitCoverage: readonly number[]): boolean {
  const lowest = Math.min(...unitCoverage)
  const highest = Math.max(...unitCoverage)
  return unitCoverage.length > 0 && highest - lowest > 1e-9
}
