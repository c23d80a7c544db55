/** Something shown on the monitor: its conditions and its timing. */
export interface Stimulus {
  readonly name: string
  readonly kind:
    | 'gabor'
    | 'flash'
    | 'drifting grating'
    | 'static grating'
    | 'scene'
    | 'movie'
    | 'dots'
    | 'nothing'
  readonly conditions: readonly Condition[]
  readonly isShuffled: boolean
  /** monitor frames from onset to onset */
  readonly period: number
  /** monitor frames that it is on the screen */
  readonly shown: number
}

/**
 * Parameters of one presentation, by column, in the order of the file. Missing:
 * NaN, or 'N/A' among strings.
 */
export type Condition = Readonly<Record<string, number | string>>

/** seconds a frame stays on the monitor, as measured in the recordings */
export const FRAME_SECONDS = 0.0166806

export const WHITE = '[1.0, 1.0, 1.0]'

/** A grating; gabors and flashes are some, too. */
export const grating = (values: {
  readonly temporal?: number
  readonly position?: readonly [number, number]
  readonly color?: string
  readonly mask?: string
  readonly phase: string
  readonly size: string
  readonly orientation: number
  readonly spatial: string
  readonly contrast?: number
}): Condition => ({
  ...(values.temporal !== undefined && { temporal_frequency: values.temporal }),
  ...(values.position && { x_position: values.position[0], y_position: values.position[1] }),
  color: values.color ?? WHITE,
  mask: values.mask ?? 'None',
  opacity: 1,
  phase: values.phase,
  size: values.size,
  units: 'deg',
  orientation: values.orientation,
  spatial_frequency: values.spatial,
  contrast: values.contrast ?? 0.8,
})

export const driftingGrating = (orientation: number, temporal: number, contrast = 0.8): Condition =>
  grating({
    temporal,
    phase: '[5308.98333333, 5308.98333333]',
    size: '[250.0, 250.0]',
    orientation,
    spatial: '0.04',
    contrast,
  })

export const staticGrating = (orientation: number, spatial: string, phase: string): Condition =>
  grating({ phase, size: '[250.0, 250.0]', orientation, spatial })

export const picture = (frame: number): Condition => ({
  color: WHITE,
  opacity: 1,
  size: '[1920.0, 1080.0]',
  units: 'pix',
  orientation: 0,
  frame,
  contrast: 1,
})

export const frames = (count: number): Condition[] =>
  Array.from({ length: count }, (_, i) => picture(i))
