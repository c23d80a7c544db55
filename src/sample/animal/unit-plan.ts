import type { Random } from '../random.ts'
import type { Channel } from './anatomy.ts'

/** Whether a unit passes the AllenSDK's default filters, and if not, which one rejects it. */
export type UnitFate =
  | 'passes'
  | 'passes at the limits'
  | 'passes without a spike'
  | 'amplitude cutoff too high'
  | 'amplitude cutoff just too high'
  | 'amplitude cutoff unknown'
  | 'presence ratio too low'
  | 'presence ratio unknown'
  | 'too many isi violations'
  | 'isi violations unknown'
  | 'noise'
  | 'invalid peak channel'
  | 'outside the brain'

export interface UnitPlan {
  readonly id: number
  readonly fate: UnitFate
  /** row among the channels */
  readonly peakChannel: number
  readonly clusterId: number
  readonly localIndex: number
  /** its share of the session's spikes is in proportion */
  readonly rateWeight: number
  readonly metrics: UnitMetrics
}

/**
 * The float columns of the unit table, in the order of the file, without the
 * firing rate: that is counted.
 */
export type UnitMetrics = Readonly<Record<MetricName, number>>

export const metricNames = [
  'isi_violations',
  'presence_ratio',
  'amplitude_cutoff',
  'snr',
  'isolation_distance',
  'l_ratio',
  'd_prime',
  'nn_hit_rate',
  'nn_miss_rate',
  'max_drift',
  'cumulative_drift',
  'silhouette_score',
  'waveform_duration',
  'waveform_halfwidth',
  'PT_ratio',
  'repolarization_slope',
  'recovery_slope',
  'amplitude',
  'spread',
  'velocity_above',
  'velocity_below',
] as const

export type MetricName = (typeof metricNames)[number]

export const isPassing = (fate: UnitFate): boolean => fate.startsWith('passes')

/** A channel where a unit with this fate may have its peak. */
export function isChannelFor(fate: UnitFate, channel: Channel): boolean {
  if (fate === 'outside the brain') return channel.area === '' && channel.isValid
  if (fate === 'invalid peak channel') return channel.area !== '' && !channel.isValid
  return channel.area !== '' && channel.isValid
}

export function planUnit(
  placed: Pick<UnitPlan, 'id' | 'fate' | 'peakChannel' | 'clusterId' | 'localIndex'>,
  random: Random,
): UnitPlan {
  // Fast-spiking cells have narrow spikes and fire more.
  const isFastSpiking = random.next() < 0.18
  const rateWeight = random.lognormal(isFastSpiking ? 4 : 1.6, 0.9)
  return {
    ...placed,
    rateWeight: placed.fate === 'passes without a spike' ? 0 : rateWeight,
    metrics: { ...ordinaryMetrics(isFastSpiking, random), ...metricsOfFate(placed.fate, random) },
  }
}

function ordinaryMetrics(isFastSpiking: boolean, random: Random): UnitMetrics {
  const duration = isFastSpiking ? random.between(0.15, 0.38) : random.between(0.45, 0.85)
  return {
    isi_violations: random.between(0, 0.45),
    presence_ratio: random.between(0.955, 0.9999),
    amplitude_cutoff: random.between(0.0005, 0.095),
    snr: random.between(1.2, 5.5),
    // Nothing filters by these: NaN must not matter.
    isolation_distance: random.next() < 0.03 ? Number.NaN : random.normal(75, 20),
    l_ratio: random.next() < 0.03 ? Number.NaN : Math.abs(random.normal(0.01, 0.006)),
    d_prime: random.normal(4.7, 1.1),
    nn_hit_rate: Math.min(1, random.between(0.88, 1.02)),
    nn_miss_rate: Math.max(0, random.between(-0.002, 0.02)),
    max_drift: random.between(8, 60),
    cumulative_drift: random.between(60, 400),
    silhouette_score: random.normal(0.15, 0.04),
    waveform_duration: duration,
    waveform_halfwidth: duration * random.between(0.3, 0.45),
    PT_ratio: random.between(0.25, 0.75),
    repolarization_slope: random.between(0.2, 1.2),
    recovery_slope: random.between(-0.2, -0.01),
    amplitude: random.lognormal(130, 0.45),
    spread: random.between(20, 100),
    velocity_above: random.next() < 0.08 ? Number.NaN : random.normal(0.3, 0.35),
    velocity_below: random.next() < 0.08 ? Number.NaN : random.normal(-0.25, 0.35),
  }
}

function metricsOfFate(fate: UnitFate, random: Random): Partial<Record<MetricName, number>> {
  switch (fate) {
    case 'passes at the limits':
      return { amplitude_cutoff: 0.1, presence_ratio: 0.95, isi_violations: 0.5 }
    case 'amplitude cutoff too high':
      return { amplitude_cutoff: random.between(0.11, 0.5) }
    case 'amplitude cutoff just too high':
      return { amplitude_cutoff: 0.1 + 2 ** -56 }
    case 'amplitude cutoff unknown':
      return { amplitude_cutoff: Number.NaN }
    case 'presence ratio too low':
      return { presence_ratio: random.between(0.25, 0.94) }
    case 'presence ratio unknown':
      return { presence_ratio: Number.NaN }
    case 'too many isi violations':
      return { isi_violations: random.between(0.52, 4) }
    case 'isi violations unknown':
      return { isi_violations: Number.NaN }
    default:
      return {}
  }
}
