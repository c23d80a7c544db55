/**
 * The stimuli of the Visual Coding experiments, with the parameters and
 * timing of the public recordings.
 */
import {
  driftingGrating,
  frames,
  grating,
  picture,
  type Stimulus,
  staticGrating,
  WHITE,
} from './stimulus.ts'

const MOVIE_ONE_FRAMES = 900
const MOVIE_THREE_FRAMES = 3600
const SCENES = 118

const gaborPositions = [-40, -30, -20, -10, 0, 10, 20, 30, 40]
const orientationsOfEight = [0, 45, 90, 135, 180, 225, 270, 315]

export const gabors: Stimulus = {
  name: 'gabors',
  kind: 'gabor',
  conditions: gaborPositions.flatMap((x) =>
    gaborPositions.flatMap((y) =>
      [0, 45, 90].map((orientation) =>
        grating({
          temporal: 4,
          position: [x, y],
          mask: 'circle',
          phase: '[3644.93333333, 3644.93333333]',
          size: '[20.0, 20.0]',
          orientation,
          spatial: '0.08',
        }),
      ),
    ),
  ),
  isShuffled: true,
  period: 15,
  shown: 14,
}

export const flashes: Stimulus = {
  name: 'flashes',
  kind: 'flash',
  conditions: ['1.0', '-1.0'].map((color) =>
    grating({
      color,
      phase: '[0.0, 0.0]',
      size: '[300.0, 300.0]',
      orientation: 0,
      spatial: '[0.0, 0.0]',
    }),
  ),
  isShuffled: true,
  period: 120,
  shown: 15,
}

export const driftingGratings: Stimulus = {
  name: 'drifting_gratings',
  kind: 'drifting grating',
  conditions: [
    ...orientationsOfEight.flatMap((orientation) =>
      [1, 2, 4, 8, 15].map((temporal) => driftingGrating(orientation, temporal)),
    ),
    { ...driftingGrating(Number.NaN, Number.NaN), phase: 'N/A', spatial_frequency: 'N/A' },
  ],
  isShuffled: true,
  period: 180,
  shown: 120,
}

export const driftingGratings75Repeats: Stimulus = {
  name: 'drifting_gratings_75_repeats',
  kind: 'drifting grating',
  conditions: [0, 45, 90, 135].map((orientation) => driftingGrating(orientation, 2)),
  isShuffled: true,
  period: 180,
  shown: 120,
}

export const driftingGratingsContrast: Stimulus = {
  name: 'drifting_gratings_contrast',
  kind: 'drifting grating',
  conditions: [0, 45, 90, 135].flatMap((orientation) =>
    [0.01, 0.02, 0.04, 0.08, 0.13, 0.2, 0.35, 0.6, 1].map((contrast) =>
      driftingGrating(orientation, 2, contrast),
    ),
  ),
  isShuffled: true,
  period: 60,
  shown: 30,
}

export const staticGratings: Stimulus = {
  name: 'static_gratings',
  kind: 'static grating',
  conditions: [
    ...[0, 30, 60, 90, 120, 150].flatMap((orientation) =>
      ['0.02', '0.04', '0.08', '0.16', '0.32'].flatMap((spatial) =>
        ['0.0', '0.25', '0.5', '0.75'].map((phase) => staticGrating(orientation, spatial, phase)),
      ),
    ),
    staticGrating(Number.NaN, 'N/A', 'N/A'),
  ],
  isShuffled: true,
  period: 15,
  shown: 15,
}

export const naturalScenes: Stimulus = {
  name: 'natural_scenes',
  kind: 'scene',
  // frame -1: the grey screen among the scenes
  conditions: [picture(-1), ...frames(SCENES)],
  isShuffled: true,
  period: 15,
  shown: 15,
}

const movie = (name: string, frameCount: number, isShuffled = false): Stimulus => ({
  name,
  kind: 'movie',
  conditions: frames(frameCount),
  isShuffled,
  period: 2,
  shown: 2,
})

export const naturalMovieOne = movie('natural_movie_one', MOVIE_ONE_FRAMES)
export const naturalMovieThree = movie('natural_movie_three', MOVIE_THREE_FRAMES)
export const movieOneMoreRepeats = movie('natural_movie_one_more_repeats', MOVIE_ONE_FRAMES)
export const movieOneShuffled = movie('natural_movie_one_shuffled', MOVIE_ONE_FRAMES, true)

export const dotMotion: Stimulus = {
  name: 'dot_motion',
  kind: 'dots',
  conditions: [0, 45, 90, 135].flatMap((direction) =>
    [0.0005, 0.001, 0.005, 0.01, 0.015, 0.02, 0.04].map((speed) => ({
      color: WHITE,
      opacity: 1,
      units: 'deg',
      Dir: direction,
      Speed: speed,
      dotLife: -1,
      dotSize: 3,
      nDots: 2000,
      fieldPos: '[0.0, 0.0]',
      fieldShape: 'sqr',
      fieldSize: '[1.0, 1.0]',
      coherence: 1,
    })),
  ),
  isShuffled: true,
  period: 120,
  shown: 60,
}

/** A grey screen between the blocks: no parameters, no block number. */
export const spontaneous: Stimulus = {
  name: 'spontaneous',
  kind: 'nothing',
  conditions: [{}],
  isShuffled: false,
  period: 1,
  shown: 1,
}
