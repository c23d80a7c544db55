import type { Random } from '../random.ts'

export interface ProbePlan {
  readonly id: number
  readonly name: string
  /** Hz; each probe has a clock of its own */
  readonly samplingRate: number
  readonly hasLfpData: boolean
  /** what the probe crosses, from its tip upwards */
  readonly layers: readonly Layer[]
}

export interface Layer {
  /** '' outside of the brain */
  readonly area: string
  /** where it ends: part of the probe's length, above the tip */
  readonly top: number
}

export interface Channel {
  readonly id: number
  /** row among the probes */
  readonly probe: number
  readonly localIndex: number
  /** µm */
  readonly verticalPosition: number
  /** µm */
  readonly horizontalPosition: number
  readonly area: string
  readonly isValid: boolean
  /**
   * µm in the common coordinate framework: anterior-posterior, dorsal-ventral,
   * left-right; NaN outside of the brain
   */
  readonly position: readonly [number, number, number]
}

/** the four columns of sites of a Neuropixels 1.0 probe, µm */
const SITE_COLUMNS = [43, 11, 59, 27]
/** µm from the lowest to the highest site */
const PROBE_LENGTH = 3840

/** The six probes of a session; `visualAreas` are those on probes A to F. */
export function probesCrossing(firstId: number, visualAreas: readonly string[]): ProbePlan[] {
  const below: readonly (readonly Layer[])[] = [
    layers(['TH', 0.12], ['PO', 0.22], ['LP', 0.38], ['DG', 0.5], ['CA1', 0.62]),
    layers(['grey', 0.08], ['APN', 0.2], ['LP', 0.36], ['DG', 0.5], ['CA1', 0.64]),
    layers(['TH', 0.14], ['LGv', 0.26], ['LGd-sh', 0.38], ['CA3', 0.48], ['CA1', 0.62]),
    layers(['ZI', 0.1], ['LGd-co', 0.3], ['CA3', 0.42], ['DG', 0.5], ['CA1', 0.62]),
    layers(['VPM', 0.16], ['LP', 0.32], ['CA2', 0.42], ['CA1', 0.6]),
    layers(['VPL', 0.14], ['PO', 0.3], ['ProS', 0.44], ['CA1', 0.62]),
  ]
  return visualAreas.map((area, probe) => ({
    id: firstId + 2 * probe,
    name: `probe${'ABCDEF'[probe]}`,
    samplingRate: 29999.9 + (probe + 1) / 100,
    hasLfpData: false,
    layers: [...below[probe], { area, top: 0.9 }, { area: '', top: 1 }],
  }))
}

/**
 * The channels of all probes, from the tip upwards.
 *
 * @param countPerProbe how many of its sites a probe records, spread over its whole length
 */
export function channelsOf(
  probes: readonly ProbePlan[],
  countPerProbe: number,
  firstId: number,
  random: Random,
): Channel[] {
  const rowHeight = Math.max(20, Math.floor(PROBE_LENGTH / Math.ceil(countPerProbe / 2) / 20) * 20)
  return probes.flatMap((probe, probeRow) => {
    const invalid = invalidChannels(probe, countPerProbe, random)
    return Array.from({ length: countPerProbe }, (_, i): Channel => {
      const area = areaAt(probe, i / countPerProbe)
      const verticalPosition = 20 + rowHeight * Math.floor(i / 2)
      const isInside = area !== ''
      return {
        id: firstId + 2 * (probeRow * countPerProbe + i),
        probe: probeRow,
        localIndex: i,
        verticalPosition,
        horizontalPosition: SITE_COLUMNS[i % SITE_COLUMNS.length],
        area,
        isValid: !invalid.has(i),
        position: isInside
          ? [7500 + 250 * probeRow + i, 4600 - verticalPosition, 6500 + 300 * probeRow + 4 * i]
          : [Number.NaN, Number.NaN, Number.NaN],
      }
    })
  })
}

/** About one in twenty of the channels in the brain, at least two; never a layer's only channel. */
function invalidChannels(probe: ProbePlan, count: number, random: Random): Set<number> {
  const inside = Array.from({ length: count }, (_, i) => i).filter((i) => {
    const area = areaAt(probe, i / count)
    return area !== '' && i > 0 && areaAt(probe, (i - 1) / count) === area
  })
  return new Set(random.shuffled(inside).slice(0, Math.max(2, Math.round(count / 20))))
}

const areaAt = (probe: ProbePlan, height: number): string =>
  probe.layers.find(({ top }) => height < top)?.area ?? ''

const layers = (...pairs: readonly (readonly [area: string, top: number])[]): Layer[] =>
  pairs.map(([area, top]) => ({ area, top }))
