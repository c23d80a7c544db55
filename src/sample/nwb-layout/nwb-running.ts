import type { NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import type { Recording } from '../recording.ts'

/** cm: the mouse runs at two thirds of the radius of a 6.5 inch wheel */
const WHEEL_RADIUS = (2 / 3) * (6.5 / 2) * 2.54
/** V of the wheel's rotary encoder */
const SUPPLY_VOLTAGE = 5

/** The wheel's raw signals, and the running speed that follows from them. */
export function writeRunning(nwb: NwbWriter, { runningWheel }: Recording): void {
  const { times, speed } = runningWheel
  const starts = times.slice(0, -1)
  const ends = times.slice(1)
  const rotation = speed.map(
    (cmPerSecond, i) => (cmPerSecond * (ends[i] - starts[i])) / WHEEL_RADIUS,
  )
  writeRaw(nwb, times, rotation)

  const running = nwb.processingModule('running', 'running speed data')
  const speedPath = `${running}/running_speed`
  nwb.timeSeries(speedPath, { data: speed, timestamps: starts, unit: 'cm/s' })
  nwb.timeSeries(`${running}/running_speed_end_times`, {
    // Only the times of this series mean something; the released files have NaN here, too.
    data: new Float64Array(speed.length).fill(Number.NaN),
    timestamps: ends,
    unit: 'cm/s',
  })
  nwb.timeSeries(`${running}/running_wheel_rotation`, {
    data: rotation,
    timestamps: speedPath,
    unit: 'radians',
  })
}

function writeRaw(nwb: NwbWriter, times: Float64Array, rotation: Float64Array): void {
  const raw = '/acquisition/raw_running_wheel_rotation'
  let angle = 0
  const signal = Float64Array.from(times, (_, i) => {
    angle += rotation[i] ?? 0
    const turns = angle / (2 * Math.PI)
    return SUPPLY_VOLTAGE * (turns - Math.floor(turns))
  })
  nwb.timeSeries(raw, {
    data: Float64Array.from(times, (_, i) => rotation[i] ?? 0),
    timestamps: times,
    unit: 'radians',
  })
  nwb.timeSeries('/acquisition/running_wheel_signal_voltage', {
    data: signal,
    timestamps: raw,
    unit: 'V',
  })
  nwb.timeSeries('/acquisition/running_wheel_supply_voltage', {
    data: new Float64Array(times.length).fill(SUPPLY_VOLTAGE),
    timestamps: raw,
    unit: 'V',
  })
}
