import { hashPair, type Random } from '../random.ts'
import type { Condition, Stimulus } from '../stimuli/stimulus.ts'

/** What a unit prefers to see. */
export interface Tuning {
  /** 0: blind; 1: an ordinary cell of visual cortex */
  readonly visualStrength: number
  /** seconds from the stimulus to the response */
  readonly latency: number
  /** part of the response that lasts as long as the stimulus */
  readonly sustained: number
  /** degrees of the drift */
  readonly preferredDirection: number
  /** sharpness of orientation tuning */
  readonly concentration: number
  /** 0: both directions alike; 1: only the preferred one */
  readonly directionSelectivity: number
  /** Hz */
  readonly preferredTemporalFrequency: number
  /** cycles per degree */
  readonly preferredSpatialFrequency: number
  /** cycles of a grating */
  readonly preferredPhase: number
  /** 0: complex cell; 1: simple cell, fires with every cycle */
  readonly phaseModulation: number
  /** degrees on the screen */
  readonly receptiveField: { readonly x: number; readonly y: number; readonly radius: number }
  readonly onResponse: number
  readonly offResponse: number
  /** relative increase of the rate while running at full speed */
  readonly runningGain: number
  readonly pictureSeed: number
}

/** seconds, after the hierarchy of visual areas */
const LATENCIES: Readonly<Record<string, number>> = {
  LGd: 0.035,
  VISp: 0.045,
  VISl: 0.052,
  VISrl: 0.054,
  LP: 0.058,
  VISal: 0.06,
  VISpm: 0.064,
  VISmma: 0.066,
  VISam: 0.068,
}

export function drawTuning(area: string, random: Random): Tuning {
  const region = area.split('-', 1)[0]
  const strength = region.startsWith('VIS')
    ? 1
    : region === 'LGd'
      ? 1.2
      : region === 'LP'
        ? 0.6
        : 0.05
  return {
    visualStrength: strength * random.lognormal(2.2, 0.6),
    latency: (LATENCIES[region] ?? 0.09) + random.between(-0.008, 0.012),
    sustained: random.between(0.15, 0.7),
    preferredDirection: 45 * random.index(8) + random.normal(0, 8),
    concentration: random.between(0.8, 4),
    directionSelectivity: random.next() ** 2,
    preferredTemporalFrequency: random.lognormal(2.5, 0.6),
    preferredSpatialFrequency: random.lognormal(0.05, 0.7),
    preferredPhase: random.next(),
    phaseModulation: random.next() ** 1.5,
    receptiveField: {
      x: random.normal(5, 20),
      y: random.normal(0, 18),
      radius: random.between(8, 18),
    },
    onResponse: random.next() ** 2 * 2,
    offResponse: random.next() ** 2 * 2,
    runningGain: random.normal(0.35, 0.3),
    pictureSeed: random.index(2 ** 30),
  }
}

/** How much a condition drives the unit: 0 is the spontaneous rate, 1 twice that. */
export function drive(tuning: Tuning, stimulus: Stimulus, condition: Condition): number {
  return tuning.visualStrength * Math.max(0, selectivity(tuning, stimulus, condition))
}

function selectivity(tuning: Tuning, { kind }: Stimulus, condition: Condition): number {
  const value = (name: string): number => Number(condition[name])
  switch (kind) {
    case 'gabor': {
      const { x, y, radius } = tuning.receptiveField
      const distance =
        ((value('x_position') - x) ** 2 + (value('y_position') - y) ** 2) / radius ** 2
      return 4 * Math.exp(-distance / 2) * (0.4 + orientationMatch(tuning, value('orientation')))
    }
    case 'flash':
      return 2 * (condition.color === '1.0' ? tuning.onResponse : tuning.offResponse)
    case 'drifting grating': {
      if (Number.isNaN(value('orientation'))) return 0
      const contrast = value('contrast') ** 2 / (value('contrast') ** 2 + 0.15 ** 2)
      const frequency = bell(value('temporal_frequency'), tuning.preferredTemporalFrequency, 0.9)
      return 3.5 * contrast * frequency * directionMatch(tuning, value('orientation'))
    }
    case 'static grating': {
      if (Number.isNaN(value('orientation'))) return 0
      const phase = 1 + tuning.phaseModulation * cosine(value('phase') - tuning.preferredPhase)
      const frequency = bell(value('spatial_frequency'), tuning.preferredSpatialFrequency, 0.8)
      return 2.5 * phase * frequency * orientationMatch(tuning, value('orientation'))
    }
    case 'scene':
      // Few pictures drive a cell well.
      return value('frame') < 0 ? 0 : 5 * hashPair(tuning.pictureSeed, value('frame')) ** 6
    case 'movie': {
      // Neighbouring frames are alike: a response runs over about a second.
      const scene = value('frame') / 30
      const here = hashPair(tuning.pictureSeed, 1000 + Math.floor(scene)) ** 4
      const next = hashPair(tuning.pictureSeed, 1001 + Math.floor(scene)) ** 4
      return 3 * (here + (next - here) * (scene % 1))
    }
    case 'dots':
      return 1.5 * directionMatch(tuning, value('Dir')) * bell(value('Speed'), 0.01, 1.2)
    case 'nothing':
      return 0
  }
}

/** 1 at the preferred orientation, which two opposite directions share */
function orientationMatch({ concentration, preferredDirection }: Tuning, degrees: number): number {
  return Math.exp(concentration * (cosine((degrees - preferredDirection) / 180) - 1))
}

function directionMatch(tuning: Tuning, degrees: number): number {
  const towards = (1 + cosine((degrees - tuning.preferredDirection) / 360)) / 2
  const factor = 1 - tuning.directionSelectivity * (1 - towards)
  return factor * orientationMatch(tuning, degrees)
}

const cosine = (cycles: number): number => Math.cos(2 * Math.PI * cycles)

/** a bell curve on a logarithmic axis */
const bell = (value: number, centre: number, width: number): number =>
  Math.exp(-((Math.log(value / centre) / width) ** 2) / 2)
