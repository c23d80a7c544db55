import type { Hdf5File } from '../hdf5/hdf5-file.ts'

/** Where NWB keeps what was recorded, shown, or computed from it. */
const FOLDERS = ['/acquisition', '/processing', '/analysis', '/stimulus', '/intervals', '/scratch']

/** A module, an interface in it, a series in that. */
const DEEPEST = 5

/** Groups that are looked at; enough to say what kind of file it is. */
const MOST_GROUPS = 5000

/** NWB's types of data, by what was recorded. */
const kinds: readonly { readonly name: string; readonly types: readonly string[] }[] = [
  {
    name: 'intracellular recordings',
    types: [
      'PatchClampSeries',
      'CurrentClampSeries',
      'IZeroClampSeries',
      'CurrentClampStimulusSeries',
      'VoltageClampSeries',
      'VoltageClampStimulusSeries',
    ],
  },
  {
    name: 'optical recordings',
    types: [
      'TwoPhotonSeries',
      'OnePhotonSeries',
      'RoiResponseSeries',
      'Fluorescence',
      'DfOverF',
      'ImageSegmentation',
      'PlaneSegmentation',
      'CorrectedImageStack',
      'FiberPhotometryResponseSeries',
    ],
  },
  { name: 'local field potentials', types: ['LFP'] },
  {
    name: 'extracellular recordings that are not spike-sorted',
    types: [
      'ElectricalSeries',
      'FilteredEphys',
      'SpikeEventSeries',
      'EventDetection',
      'FeatureExtraction',
    ],
  },
  {
    name: 'behaviour',
    types: [
      'BehavioralEvents',
      'BehavioralEpochs',
      'BehavioralTimeSeries',
      'Position',
      'SpatialSeries',
      'CompassDirection',
      'EyeTracking',
      'PupilTracking',
    ],
  },
  {
    name: 'stimulation and images',
    types: ['OptogeneticSeries', 'ImageSeries', 'IndexSeries', 'OpticalSeries', 'ImageMaskSeries'],
  },
  { name: 'intervals', types: ['TimeIntervals'] },
  { name: 'other time series', types: ['TimeSeries', 'IntervalSeries', 'AnnotationSeries'] },
]

/** What a file without sorted spikes holds. */
export interface FileContents {
  /**
   * such as "intracellular recordings (12 CurrentClampSeries), behaviour (1 Position)";
   * empty: none of NWB's types of data
   */
  readonly summary: string
  /** extracellular recordings, of which spikes can be sorted */
  readonly isSortable: boolean
  /** tables of units that do not lie where NWB has them */
  readonly unitsElsewhere: readonly string[]
}

/**
 * Look through a file for what it holds instead of sorted spikes.
 *
 * @param mostGroups that are looked at
 */
export function fileContents(file: Hdf5File, mostGroups = MOST_GROUPS): FileContents {
  const counts = new Map<string, number>()
  const unitsElsewhere: string[] = []
  let groups = 0
  const visit = (path: string, depth: number) => {
    if (file.kind(path) !== 'group' || groups++ >= mostGroups) return
    const type = file.attributes.text(path, 'neurodata_type')
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1)
    const children = file.children(path)
    if (children.includes('spike_times')) unitsElsewhere.push(path)
    if (depth === DEEPEST) return
    for (const name of children) visit(`${path}/${name}`, depth + 1)
  }
  for (const folder of FOLDERS) visit(folder, 0)
  const found = kinds.flatMap(({ name, types }) => {
    const known = types.filter((type) => counts.has(type))
    return known.length > 0 ? [{ name, known }] : []
  })
  return {
    summary: found
      .map(
        ({ name, known }) =>
          `${name} (${known.map((type) => `${counts.get(type)} ${type}`).join(', ')})`,
      )
      .join(', '),
    isSortable: ['ElectricalSeries', 'SpikeEventSeries'].some((type) => counts.has(type)),
    unitsElsewhere,
  }
}
