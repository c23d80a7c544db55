import type { UnitQuery } from '../gql/graphql.ts'

/** A unit as the view asks for it. */
export type UnitFacts = NonNullable<NonNullable<UnitQuery['session']>['unit']>

/** One line of the table of metrics. */
export interface UnitMetric {
  readonly name: string
  /** what it is measured in; empty: a number on its own */
  readonly unit: string
  readonly meaning: string
  readonly valueOf: (unit: UnitFacts) => number | null
}

/** The metrics of a unit in groups that belong together. */
export const unitMetrics: readonly {
  readonly title: string
  readonly metrics: readonly UnitMetric[]
}[] = [
  {
    title: 'Spikes',
    metrics: [
      {
        name: 'Spikes',
        unit: '',
        meaning: 'stored over the whole session',
        valueOf: ({ spikeCount }) => spikeCount,
      },
      {
        name: 'Firing rate',
        unit: 'Hz',
        meaning: 'mean over the session',
        valueOf: ({ firingRate }) => firingRate,
      },
      {
        name: 'Presence ratio',
        unit: '',
        meaning: 'part of the session in which it fired; 1 is best',
        valueOf: ({ presenceRatio }) => presenceRatio,
      },
    ],
  },
  {
    title: 'How well it is isolated',
    metrics: [
      {
        name: 'ISI violations',
        unit: '',
        meaning: 'rate of spikes too close to each other for one neuron; 0 is best',
        valueOf: ({ isiViolations }) => isiViolations,
      },
      {
        name: 'Amplitude cutoff',
        unit: '',
        meaning: 'estimated part of its spikes too small to be found; 0 is best',
        valueOf: ({ amplitudeCutoff }) => amplitudeCutoff,
      },
      {
        name: 'Signal to noise',
        unit: '',
        meaning: 'of the mean waveform on its peak channel',
        valueOf: ({ snr }) => snr,
      },
      {
        name: 'Isolation distance',
        unit: '',
        meaning: 'Mahalanobis distance to the nearest other cluster',
        valueOf: ({ isolationDistance }) => isolationDistance,
      },
      {
        name: 'L-ratio',
        unit: '',
        meaning: 'contamination estimated from principal components; 0 is best',
        valueOf: ({ lRatio }) => lRatio,
      },
      {
        name: 'd′',
        unit: '',
        meaning: 'separation from other clusters by linear discriminant analysis',
        valueOf: ({ dPrime }) => dPrime,
      },
      {
        name: 'Nearest-neighbour hits',
        unit: '',
        meaning: 'part of its spikes’ neighbours that are its own; 1 is best',
        valueOf: ({ nnHitRate }) => nnHitRate,
      },
      {
        name: 'Nearest-neighbour misses',
        unit: '',
        meaning: 'part of other spikes’ neighbours that are its own; 0 is best',
        valueOf: ({ nnMissRate }) => nnMissRate,
      },
      {
        name: 'Silhouette score',
        unit: '',
        meaning: 'of its cluster; 1 is best',
        valueOf: ({ silhouetteScore }) => silhouetteScore,
      },
      {
        name: 'Largest drift',
        unit: 'µm',
        meaning: 'between any two moments',
        valueOf: ({ maxDrift }) => maxDrift,
      },
      {
        name: 'Cumulative drift',
        unit: 'µm',
        meaning: 'all its movements together',
        valueOf: ({ cumulativeDrift }) => cumulativeDrift,
      },
    ],
  },
  {
    title: 'Shape of its waveform',
    metrics: [
      {
        name: 'Duration',
        unit: 'ms',
        meaning: 'from trough to peak',
        valueOf: ({ waveform }) => waveform.duration,
      },
      {
        name: 'Half width',
        unit: 'ms',
        meaning: 'width at half of the amplitude',
        valueOf: ({ waveform }) => waveform.halfwidth,
      },
      {
        name: 'Amplitude',
        unit: 'µV',
        meaning: 'from trough to peak',
        valueOf: ({ waveform }) => waveform.amplitude,
      },
      {
        name: 'Peak-to-trough ratio',
        unit: '',
        meaning: 'height of the peak relative to the trough',
        valueOf: ({ waveform }) => waveform.ptRatio,
      },
      {
        name: 'Spread',
        unit: 'µm',
        meaning: 'extent along the probe',
        valueOf: ({ waveform }) => waveform.spread,
      },
      {
        name: 'Repolarization slope',
        unit: 'V/s',
        meaning: 'from trough to peak',
        valueOf: ({ waveform }) => waveform.repolarizationSlope,
      },
      {
        name: 'Recovery slope',
        unit: 'V/s',
        meaning: 'behind the peak',
        valueOf: ({ waveform }) => waveform.recoverySlope,
      },
      {
        name: 'Inverse velocity above',
        unit: 's/m',
        meaning: 'of propagation above the soma',
        valueOf: ({ waveform }) => waveform.velocityAbove,
      },
      {
        name: 'Inverse velocity below',
        unit: 's/m',
        meaning: 'of propagation below the soma',
        valueOf: ({ waveform }) => waveform.velocityBelow,
      },
    ],
  },
]

const written = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })

/** A metric's value with four digits that count: `3.048`, `12,340`; a whole number has all of its digits. */
export function metricText(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en').replace('-', '−')
  return written.format(value).replace('-', '−')
}
