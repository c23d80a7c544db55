import { type Block, blocksInTurn } from './schedule.ts'
import * as stimuli from './stimuli.ts'

/**
 * The order of the real sessions, shortened: one movie is 30 s, one block of drifting
 * gratings shows each condition once.
 */
export function brainObservatoryBlocks(start: number): Block[] {
  return blocksInTurn(start, [
    [stimuli.gabors, 60, 121.61],
    [stimuli.flashes, 30, 80.07],
    [stimuli.driftingGratings, 1.75, 123.11],
    [stimuli.naturalMovieThree, 15, 30.03],
    [stimuli.naturalMovieOne, 15, 30.03],
    [stimuli.driftingGratings, 15, 123.11],
    [stimuli.naturalMovieThree, 60, 30.03],
    [stimuli.driftingGratings, 15, 123.11],
    [stimuli.staticGratings, 1, 60.56],
    [stimuli.naturalScenes, 15, 59.56],
    [stimuli.naturalScenes, 15, 59.56],
    [stimuli.staticGratings, 15, 60.56],
    [stimuli.naturalMovieOne, 15, 30.03],
    [stimuli.naturalScenes, 15, 59.56],
    [stimuli.staticGratings, 30, 60.56],
  ])
}

export function functionalConnectivityBlocks(start: number): Block[] {
  return blocksInTurn(start, [
    [stimuli.gabors, 60, 121.61],
    [stimuli.flashes, 30, 80.07],
    [stimuli.driftingGratingsContrast, 1.75, 108.11],
    [stimuli.movieOneMoreRepeats, 15, 60.06],
    [stimuli.movieOneShuffled, 15, 30.03],
    [stimuli.driftingGratings75Repeats, 15, 120.11],
    [stimuli.movieOneMoreRepeats, 240, 60.06],
    [stimuli.driftingGratings75Repeats, 15, 120.11],
    [stimuli.dotMotion, 30, 112.11],
    [stimuli.driftingGratingsContrast, 15, 108.11],
  ])
}
