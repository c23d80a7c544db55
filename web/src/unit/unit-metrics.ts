import type { UnitQuery } from '../gql/graphql.ts'

/** A unit with the fields of the view. */
export type UnitFacts = NonNullable<NonNullable<UnitQuery['session']>['unit']>

/** One line of the table of metrics. */
export interface UnitMetric {
  readonly name: string
  /** what it is measured in; empty: a number on its own */
  readonly unit: string
  readonly meaning: string
  readonly read: (unit: UnitFacts) => number | null
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
        read: ({ spikeCount }) => spikeCount,
      },
      {
        name: 'Firing rate',
        unit: 'Hz',
        meaning: 'mean over the session',
        read: ({ firingRate }) => firingRate,
      },
      {
        name: 'Presence ratio',
        unit: '',
        meaning: 'fraction of the session during which it fired; 1 is best',
        read: ({ presenceRatio }) => presenceRatio,
      },
    ],
  },
  {
    title: 'Isolation',
    metrics: [
      {
        name: 'ISI violations',
        unit: '',
        meaning: 'relative rate of spikes within the refractory period; 0 is best',
        read: ({ isiViolations }) => isiViolations,
      },
      {
        name: 'Amplitude cutoff',
        unit: '',
        meaning: 'estimated fraction of its spikes missed because they were too small; 0 is best',
        read: ({ amplitudeCutoff }) => amplitudeCutoff,
      },
      {
        name: 'Signal-to-noise ratio',
        unit: '',
        meaning: 'of the mean waveform on its peak channel',
        read: ({ snr }) => snr,
      },
      {
        name: 'Isolation distance',
        unit: '',
        meaning: 'Mahalanobis distance to the nearest other cluster',
        read: ({ isolationDistance }) => isolationDistance,
      },
      {
        name: 'L-ratio',
        unit: '',
        meaning: 'contamination estimated from principal components; 0 is best',
        read: ({ lRatio }) => lRatio,
      },
      {
        name: 'd′',
        unit: '',
        meaning: 'separation from other clusters by linear discriminant analysis',
        read: ({ dPrime }) => dPrime,
      },
      {
        name: 'Nearest-neighbour hits',
        unit: '',
        meaning: 'fraction of its spikes’ nearest neighbours that are its own; 1 is best',
        read: ({ nnHitRate }) => nnHitRate,
      },
      {
        name: 'Nearest-neighbour misses',
        unit: '',
        meaning: 'fraction of other spikes’ nearest neighbours that are its own; 0 is best',
        read: ({ nnMissRate }) => nnMissRate,
      },
      {
        name: 'Silhouette score',
        unit: '',
        meaning: 'of its cluster; 1 is best',
        read: ({ silhouetteScore }) => silhouetteScore,
      },
      {
        name: 'Largest drift',
        unit: 'µm',
        meaning: 'between any two times',
        read: ({ maxDrift }) => maxDrift,
      },
      {
        name: 'Cumulative drift',
        unit: 'µm',
        meaning: 'sum of all movements',
        read: ({ cumulativeDrift }) => cumulativeDrift,
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
        read: ({ waveform }) => waveform.duration,
      },
      {
        name: 'Half width',
        unit: 'ms',
        meaning: 'width at half amplitude',
        read: ({ waveform }) => waveform.halfwidth,
      },
      {
        name: 'Amplitude',
        unit: 'µV',
        meaning: 'from trough to peak',
        read: ({ waveform }) => waveform.amplitude,
      },
      {
        name: 'Peak-to-trough ratio',
        unit: '',
        meaning: 'height of the peak relative to the trough',
        read: ({ waveform }) => waveform.ptRatio,
      },
      {
        name: 'Spread',
        unit: 'µm',
        meaning: 'extent along the probe',
        read: ({ waveform }) => waveform.spread,
      },
      {
        name: 'Repolarization slope',
        unit: 'V/s',
        meaning: 'from trough to peak',
        read: ({ waveform }) => waveform.repolarizationSlope,
      },
      {
        name: 'Recovery slope',
        unit: 'V/s',
        meaning: 'after the peak',
        read: ({ waveform }) => waveform.recoverySlope,
      },
      {
        name: 'Inverse velocity above',
        unit: 's/m',
        meaning: 'of propagation above the soma',
        read: ({ waveform }) => waveform.velocityAbove,
      },
      {
        name: 'Inverse velocity below',
        unit: 's/m',
        meaning: 'of propagation below the soma',
        read: ({ waveform }) => waveform.velocityBelow,
      },
    ],
  },
]

const written = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })

/**
 * A metric's value with four digits that count: `3.048`, `12,340`; a whole
 * number has all of its digits.
 */
export function metricText(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en').replace('-', '−')
  return written.format(value).replace('-', '−')
}
