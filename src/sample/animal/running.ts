import type { Random } from '../random.ts'

/** The running wheel, sampled evenly. */
export interface RunningWheel {
  /** samples [n + 1], seconds: speed `i` is the one between times `i` and `i + 1` */
  readonly times: Float64Array
  /** [n], cm/s */
  readonly speed: Float64Array
}

/** The mouse runs in bouts, and rests between them. */
export function runOnWheel(duration: number, samplingRate: number, random: Random): RunningWheel {
  const start = 1
  const count = Math.floor((duration - 2 * start) * samplingRate)
  const times = Float64Array.from({ length: count + 1 }, (_, i) => start + i / samplingRate)
  const speed = new Float64Array(count)
  const smoothing = 1 / (1 + samplingRate)
  let bout = 0
  let now = 0
  let boutEnd = 0
  for (let i = 0; i < count; i++) {
    if (times[i] >= boutEnd) {
      bout = bout === 0 && random.next() < 0.6 ? random.between(10, 38) : 0
      boutEnd = times[i] + random.between(4, 40)
    }
    now += smoothing * (bout - now)
    speed[i] = now + random.normal(0, 0.4 + 0.05 * now)
  }
  return { times, speed }
}

/** cm/s at a time */
export function speedAt(wheel: RunningWheel, seconds: number): number {
  const perSecond =
    (wheel.times.length - 1) / (wheel.times[wheel.times.length - 1] - wheel.times[0])
  const sample = Math.floor((seconds - wheel.times[0]) * perSecond)
  return wheel.speed[Math.min(Math.max(sample, 0), wheel.speed.length - 1)]
}
