import { EXTENSION } from '../../nwb-writing/ecephys-extension.ts'
import { type NwbWriter, rowNumbers } from '../../nwb-writing/nwb-writer.ts'
import { Random } from '../random.ts'
import type { Recording } from '../recording.ts'

/**
 * Ellipses fitted to the eye, the pupil and the corneal reflection, and where on
 * the screen the mouse looked.
 */
export function writeEyeTracking(nwb: NwbWriter, { id, duration }: Recording): void {
  const random = new Random(`eye/${id}`)
  // One sample a second: the cameras take thirty, but the file is to be small.
  const times = Float64Array.from({ length: Math.floor(duration) - 4 }, (_, i) => 2 + i)
  const noisy = (mean: number, deviation: number): Float64Array =>
    times.map(() => random.normal(mean, deviation))

  const tracking = nwb.processingModule('eye_tracking', 'Eye tracking processing module')
  for (const [part, size] of [
    ['cr', 12],
    ['eye', 110],
    ['pupil', 42],
  ] as const) {
    const columns = {
      center_x: noisy(300, 3),
      center_y: noisy(250, 3),
      height: noisy(size, size / 15),
      phi: times.map(() => random.between(-Math.PI / 2, Math.PI / 2)),
      width: noisy(size, size / 15),
      timestamps: times,
    }
    nwb.table(`${tracking}/${part}_ellipse_fits`, {
      type: ['hdmf-common', 'DynamicTable'],
      description: '',
      ids: rowNumbers(times.length),
      columns: Object.entries(columns).map(([name, value]) => ({
        name,
        description: 'no description',
        value,
      })),
    })
  }

  for (const kind of ['raw', 'filtered']) {
    const name = `${kind}_gaze_mapping`
    const mapping = nwb.processingModule(name, `Gaze mapping processing module ${kind} outputs`)
    const series = (values: Float64Array, unit: string) => ({
      data: values,
      timestamps: times,
      unit,
    })
    const pairs = (deviation: number, unit: string) => {
      const values = Float64Array.from({ length: 2 * times.length }, () =>
        random.normal(0, deviation),
      )
      return { data: { kind: 'matrix', values, columns: 2 }, timestamps: times, unit } as const
    }
    nwb.timeSeries(`${mapping}/eye_area`, series(noisy(8500, 300), 'Pixels ^ 2'))
    nwb.timeSeries(`${mapping}/pupil_area`, series(noisy(2800, 350), 'Pixels ^ 2'))
    nwb.timeSeries(`${mapping}/screen_coordinates`, pairs(2.5, 'Centimeters'))
    nwb.timeSeries(`${mapping}/screen_coordinates_spherical`, pairs(5, 'Degrees'))
  }
  writeRig(nwb)
}

function writeRig(nwb: NwbWriter): void {
  const module = nwb.processingModule(
    'eye_tracking_rig_metadata',
    'Eye tracking rig metadata module',
  )
  const rig = `${module}/eye_tracking_rig_metadata`
  nwb.object(rig, [EXTENSION.name, 'EcephysEyeTrackingRigMetadata'], { equipment: 'NP.1' })
  const vectors = {
    camera_position: [102.8, 74.7, 31.6],
    camera_rotation: [0, 0, 2.8],
    led_position: [246, 92.3, 52.6],
    monitor_position: [118.6, 86.2, 31.6],
    monitor_rotation: [0, 0, 0],
  }
  for (const [name, values] of Object.entries(vectors)) {
    const unit = name.endsWith('rotation') ? 'deg' : 'mm'
    nwb.hdf5.dataset(`${rig}/${name}`, Float64Array.from(values), { unit })
  }
}
