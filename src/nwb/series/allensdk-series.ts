import type { SeriesId } from '../../domain/series/series.ts'

/** Where one column of a series lies in a file. */
export interface ColumnSource {
  readonly name: string
  readonly path: string
  /** column of a dataset of shape [samples, columns]; left out: all of them */
  readonly column?: number
  /**
   * where nothing lies at `path`: timestamps of shape [2, samples], whose second row is this column
   */
  readonly secondRowOf?: string
  /** what stored values are multiplied with */
  readonly factor?: number
}

/** Where a series lies in a file. */
export interface SeriesSource {
  /** datasets of timestamps; the first that is there counts */
  readonly times: readonly string[]
  readonly columns: readonly ColumnSource[]
  /** small datasets about the channels */
  readonly channelIds?: { readonly ids: string; readonly rows: string }
  readonly verticalPositions?: string
  readonly horizontalPositions?: string
}

/**
 * Where the AllenSDK's files, of the session or of a probe, keep each series: the first that is
 * there counts.
 */
export function seriesSources(series: SeriesId): SeriesSource[] {
  const visualBehavior = visualBehaviorSources[series.name]
  return visualBehavior ? [seriesSource(series), visualBehavior] : [seriesSource(series)]
}

/** Where the files of Visual Coding keep a series. */
export function seriesSource({ name, probeId, path }: SeriesId): SeriesSource {
  switch (name) {
    case 'runningSpeed':
      return {
        times: ['/processing/running/running_speed/timestamps'],
        columns: [
          { name: 'velocity', path: '/processing/running/running_speed/data' },
          {
            name: 'endTime',
            path: '/processing/running/running_speed_end_times/timestamps',
            // The files of 2019 have both in one matrix.
            secondRowOf: '/processing/running/running_speed/timestamps',
          },
        ],
      }
    case 'rawRunning':
      return {
        times: ['/acquisition/raw_running_wheel_rotation/timestamps'],
        columns: [
          { name: 'netRotation', path: '/acquisition/raw_running_wheel_rotation/data' },
          { name: 'signalVoltage', path: '/acquisition/running_wheel_signal_voltage/data' },
          { name: 'supplyVoltage', path: '/acquisition/running_wheel_supply_voltage/data' },
        ],
      }
    case 'eyeTracking':
      return {
        // The AllenSDK takes those of the gaze mapping; a file without it
        // has the same in its ellipses.
        times: [
          '/processing/raw_gaze_mapping/eye_area/timestamps',
          `${EYE_TRACKING}/pupil_ellipse_fits/timestamps`,
        ],
        columns: [
          ...ellipse('cornealReflection', 'cr_ellipse_fits'),
          ...ellipse('pupil', 'pupil_ellipse_fits'),
          ...ellipse('eye', 'eye_ellipse_fits'),
        ],
      }
    case 'rawGaze':
      return gaze('/processing/raw_gaze_mapping')
    case 'filteredGaze':
      return gaze('/processing/filtered_gaze_mapping')
    case 'lfp': {
      const series = `/acquisition/probe_${probeId}_lfp/probe_${probeId}_lfp_data`
      return {
        times: [`${series}/timestamps`],
        columns: [{ name: 'values', path: `${series}/data` }],
        channelIds: {
          ids: '/general/extracellular_ephys/electrodes/id',
          rows: `${series}/electrodes`,
        },
      }
    }
    case 'stored':
      return {
        times: [`${path}/timestamps`],
        columns: [{ name: 'values', path: `${path}/data` }],
      }
    case 'currentSourceDensity': {
      const density = '/processing/current_source_density/ecephys_csd'
      return {
        times: [`${density}/current_source_density/timestamps`],
        columns: [{ name: 'values', path: `${density}/current_source_density/data` }],
        verticalPositions: `${density}/virtual_electrode_y_positions`,
        horizontalPositions: `${density}/virtual_electrode_x_positions`,
      }
    }
  }
}

const EYE_TRACKING = '/processing/eye_tracking'

/** The file has half of the width and half of the height. */
function ellipse(name: string, table: string): ColumnSource[] {
  const path = `${EYE_TRACKING}/${table}`
  return [
    { name: `${name}CenterX`, path: `${path}/center_x` },
    { name: `${name}CenterY`, path: `${path}/center_y` },
    { name: `${name}Width`, path: `${path}/width`, factor: 2 },
    { name: `${name}Height`, path: `${path}/height`, factor: 2 },
    { name: `${name}Phi`, path: `${path}/phi` },
  ]
}

const ELLIPSES = '/acquisition/EyeTracking'

/** An EllipseSeries: its centre as data, and half of the width and half of the height. */
function ellipseSeries(name: string, series: string): ColumnSource[] {
  const path = `${ELLIPSES}/${series}`
  return [
    { name: `${name}CenterX`, path: `${path}/data`, column: 0 },
    { name: `${name}CenterY`, path: `${path}/data`, column: 1 },
    { name: `${name}Width`, path: `${path}/width`, factor: 2 },
    { name: `${name}Height`, path: `${path}/height`, factor: 2 },
    { name: `${name}Phi`, path: `${path}/angle` },
  ]
}

/** Where the files of Visual Behavior have the same series. */
const visualBehaviorSources: Readonly<Partial<Record<SeriesId['name'], SeriesSource>>> = {
  runningSpeed: {
    times: ['/processing/running/speed/timestamps'],
    columns: [{ name: 'velocity', path: '/processing/running/speed/data' }],
  },
  eyeTracking: {
    times: ['eye_tracking', 'pupil_tracking', 'corneal_reflection_tracking'].map(
      (series) => `${ELLIPSES}/${series}/timestamps`,
    ),
    columns: [
      ...ellipseSeries('cornealReflection', 'corneal_reflection_tracking'),
      ...ellipseSeries('pupil', 'pupil_tracking'),
      ...ellipseSeries('eye', 'eye_tracking'),
    ],
  },
}

/** The file has the vertical coordinate before the horizontal one. */
function gaze(module: string): SeriesSource {
  return {
    times: [`${module}/eye_area/timestamps`],
    columns: [
      { name: 'eyeArea', path: `${module}/eye_area/data` },
      { name: 'pupilArea', path: `${module}/pupil_area/data` },
      { name: 'screenX', path: `${module}/screen_coordinates/data`, column: 1 },
      { name: 'screenY', path: `${module}/screen_coordinates/data`, column: 0 },
      { name: 'sphericalX', path: `${module}/screen_coordinates_spherical/data`, column: 1 },
      { name: 'sphericalY', path: `${module}/screen_coordinates_spherical/data`, column: 0 },
    ],
  }
}
