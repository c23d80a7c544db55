import type { ExactNumber, ExactNumbers } from '../numeric/exact-numbers.ts'
import type { CodedColumn } from '../stimuli/coded-column.ts'
import type { ColumnKind, ParameterValue } from '../stimuli/stimulus-parameters.ts'
import type { Observation } from '../time/observation.ts'

/**
 * What a recording says of itself, as plain data: columns are typed arrays or arrays of
 * strings, one entry per row, so that a table crosses from a worker thread in one piece. A column
 * that the file lacks is `null`.
 */
export interface SessionTables {
  readonly metadata: SessionMetadata
  readonly probes: readonly Probe[]
  readonly channels: ChannelTable
  readonly units: UnitTable
  /** in order of time; `index` counts from 0. Requests get them from knownEpochs */
  readonly epochs: readonly StimulusEpoch[]
  /**
   * why there are no epochs although the file has tables of intervals; null where it
   * has none, or some can be read
   */
  readonly epochsFault: ReadFault | null
  readonly invalidTimes: readonly InvalidTime[]
  /** light pulses into the brain; null: the file has no table of them */
  readonly optogeneticEpochs: readonly OptogeneticEpoch[] | null
  /** null: the file does not say */
  readonly rig: Rig | null
}

/** Why something cannot be read: what a RecordingError says. */
export interface ReadFault {
  readonly code: 'UNSUPPORTED_LAYOUT' | 'INDEX_INVALID' | 'FILTER_MISSING'
  readonly fileName: string
  readonly detail: string
}

/**
 * General metadata; source: the NWB file's root and /general groups. What
 * the file does not say is null.
 */
export interface SessionMetadata {
  readonly identifier: string
  /** null: there is no file */
  readonly nwbVersion: string | null
  /** `stimulus_notes` of the file: the AllenSDK's session type */
  readonly sessionType: string | null
  readonly description: string | null
  /** ISO 8601 with time zone, as written in the file */
  readonly startTime: string | null
  /** when the file was written, then each time that it was modified, as it says itself; ISO 8601 */
  readonly createdAt: readonly string[]
  readonly institution: string | null
  readonly lab: string | null
  readonly experimenters: readonly string[]
  readonly subject: Subject | null
}

export interface Subject {
  readonly id: string | null
  /** the Allen Institute's name of the donor */
  readonly specimenName: string | null
  readonly species: string | null
  readonly sex: string | null
  readonly genotype: string | null
  readonly strain: string | null
  /** ISO 8601 duration, as written in the file: "P118D" */
  readonly age: string | null
  readonly ageInDays: number | null
}

export interface Probe {
  /** the AllenSDK's probe id; where a file has none, the electrode group's name */
  readonly id: string
  /** the electrode group's name */
  readonly name: string
  readonly description: string | null
  /** in the file's words */
  readonly location: string | null
  /** that the location names; '' and 'None' in the file become null */
  readonly area: string | null
  /** Hz */
  readonly samplingRate: number | null
  /** Hz */
  readonly lfpSamplingRate: number | null
  readonly hasLfpData: boolean | null
}

/**
 * Source: /general/extracellular_ephys/electrodes, in the order of the file;
 * shape of every column [channels].
 */
export interface ChannelTable {
  readonly count: number
  readonly ids: ExactNumbers
  /** row in `SessionTables.probes`, or -1 */
  readonly probeRows: Int32Array
  /** 1 valid, 0 not */
  readonly valid: Uint8Array | null
  /**
   * brain area, of whatever the file's words name it among; '' and 'None' in the file
   * become null: outside of the brain
   */
  readonly areas: readonly (string | null)[] | null
  /** the file's words for them; null where it has none */
  readonly areaTexts: readonly (string | null)[] | null
  /** number of the channel on its probe */
  readonly localIndex: Float64Array | null
  /** µm along the probe */
  readonly verticalPosition: Float64Array | null
  /** µm across the probe */
  readonly horizontalPosition: Float64Array | null
  /** µm in the common coordinate framework: x of the file */
  readonly anteriorPosterior: Float64Array | null
  /** µm in the common coordinate framework: y of the file */
  readonly dorsalVentral: Float64Array | null
  /** µm in the common coordinate framework: z of the file */
  readonly leftRight: Float64Array | null
  readonly filtering: readonly (string | null)[] | null
}

/**
 * The quality and waveform metrics of a unit; each name is the GraphQL
 * field, each value the NWB column.
 */
export const unitMetricColumns = {
  firingRate: 'firing_rate',
  isiViolations: 'isi_violations',
  presenceRatio: 'presence_ratio',
  amplitudeCutoff: 'amplitude_cutoff',
  snr: 'snr',
  isolationDistance: 'isolation_distance',
  lRatio: 'l_ratio',
  dPrime: 'd_prime',
  nnHitRate: 'nn_hit_rate',
  nnMissRate: 'nn_miss_rate',
  silhouetteScore: 'silhouette_score',
  maxDrift: 'max_drift',
  cumulativeDrift: 'cumulative_drift',
  waveformDuration: 'waveform_duration',
  waveformHalfwidth: 'waveform_halfwidth',
  waveformPtRatio: 'PT_ratio',
  waveformRepolarizationSlope: 'repolarization_slope',
  waveformRecoverySlope: 'recovery_slope',
  waveformAmplitude: 'amplitude',
  waveformSpread: 'spread',
  waveformVelocityAbove: 'velocity_above',
  waveformVelocityBelow: 'velocity_below',
} as const

export type UnitMetric = keyof typeof unitMetricColumns

/** Source: /units, in the order of the file; shape of every column [units]. */
export interface UnitTable {
  readonly count: number
  readonly ids: ExactNumbers
  /** row in `SessionTables.channels` of the peak channel, or -1 */
  readonly channelRows: Int32Array
  /** row in `SessionTables.probes`, or -1 */
  readonly probeRows: Int32Array
  /** brain area by the best that the file says of the unit; see placeUnits */
  readonly areas: readonly (string | null)[]
  /** the file's words that the area was taken from */
  readonly areaTexts: readonly (string | null)[]
  /**
   * what gave it; null: the file does not say where the unit lies. With an area
   * of null: outside of the brain
   */
  readonly areaSources: readonly (AreaSource | null)[]
  readonly quality: readonly (string | null)[] | null
  readonly clusterId: ExactNumbers | null
  readonly localIndex: Float64Array | null
  /**
   * when each was observed; stretches without a start or an end are
   * infinite. Null: the file does not say
   */
  readonly observation: Observation | null
  /** spikes stored in the whole session */
  readonly spikeCounts: Float64Array
  /** NaN: missing for this unit, or the column cannot be read; null: the file lacks the column */
  readonly metrics: Readonly<Record<UnitMetric, Float64Array | null>>
  /** those of no field of their own, such as a laboratory's `cell_type`; see unitColumns for all */
  readonly columns: readonly UnitColumn[]
  /** whether the file stores the amplitude of every spike */
  readonly hasSpikeAmplitudes: boolean
  /** null: the file stores no mean waveforms */
  readonly waveforms: StoredWaveforms | null
}

/** A column of the units table with a value per unit, in order of the file. */
export interface UnitColumn extends CodedColumn<ParameterValue> {
  /** as the file has it */
  readonly name: string
  /** null: the file has none, or the column has a field of its own */
  readonly description: string | null
  readonly kind: ColumnKind
}

/** What gives the brain area of a unit; see AreaSource in schema.graphql. */
export type AreaSource = 'PEAK_CHANNEL' | 'ELECTRODE_GROUP' | 'UNIT_LOCATION'

/** How large the mean waveforms are that a file stores. */
export interface StoredWaveforms {
  /** rows, one per channel, of each unit's waveform; shape [units] */
  readonly rowCounts: Float64Array
  /** samples of a row */
  readonly sampleCount: number
}

export interface StimulusEpoch {
  /**
   * position among all epochs of the session: `stimulusEpochs` of the
   * AllenSDK has the same row number
   */
  readonly index: number
  readonly stimulusName: string
  /** null: not applicable (spontaneous activity), or masked by an invalid time */
  readonly block: number | null
  /** seconds */
  readonly startTime: number
  /** seconds; NaN where the file does not say */
  readonly stopTime: number
}

export interface InvalidTime {
  /** seconds */
  readonly startTime: number
  /** seconds */
  readonly stopTime: number
  readonly tags: readonly string[]
}

/** A light pulse into the brain. */
export interface OptogeneticEpoch {
  readonly id: ExactNumber
  /** seconds */
  readonly startTime: number
  /** seconds */
  readonly stopTime: number
  readonly condition: string | null
  /** V on the light's controller */
  readonly level: number
  readonly stimulusName: string | null
  /** seconds */
  readonly duration: number
}

/**
 * Where monitor, camera and infrared light stood around the animal: positions
 * in mm, rotations in degrees.
 */
export interface Rig {
  readonly equipmentName: string | null
  readonly monitorPosition: Vector | null
  readonly monitorRotation: Vector | null
  readonly cameraPosition: Vector | null
  readonly cameraRotation: Vector | null
  readonly ledPosition: Vector | null
}

export interface Vector {
  readonly x: number
  readonly y: number
  readonly z: number
}
