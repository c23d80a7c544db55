import type { Random } from '../random.ts'
import { spontaneous } from './stimuli.ts'
import { type Condition, FRAME_SECONDS, type Stimulus } from './stimulus.ts'

/** One stimulus shown over and over; seconds of the session's clock. */
export interface Block {
  readonly stimulus: Stimulus
  readonly start: number
  readonly stop: number
}

export interface Presentation {
  readonly stimulus: Stimulus
  /** counts the blocks from 0; null for spontaneous activity */
  readonly block: number | null
  readonly start: number
  readonly stop: number
  readonly condition: Condition
}

/**
 * Put blocks one after another: each with its stimulus, the grey screen before
 * it, and its length in seconds.
 */
export function blocksInTurn(
  start: number,
  turns: readonly (readonly [stimulus: Stimulus, greyBefore: number, length: number])[],
): Block[] {
  let now = start
  return turns.map(([stimulus, greyBefore, length]) => {
    const begin = roundToMicroseconds(now + greyBefore)
    now = roundToMicroseconds(begin + length)
    return { stimulus, start: begin, stop: now }
  })
}

/**
 * Every presentation of a session in order of time, with the spontaneous epochs
 * before, between and after blocks.
 */
export function presentationsOf(
  blocks: readonly Block[],
  session: { readonly start: number; readonly stop: number },
  random: Random,
): Presentation[] {
  const presentations: Presentation[] = []
  let now = session.start
  for (const [number, block] of blocks.entries()) {
    presentations.push(greyScreen(now, block.start))
    now = block.start
    for (const presentation of presentationsOfBlock(block, number, random)) {
      presentations.push(presentation)
      now = roundToMicroseconds(presentation.start + block.stimulus.period * FRAME_SECONDS)
    }
  }
  presentations.push(greyScreen(now, session.stop))
  return presentations
}

function* presentationsOfBlock(
  { stimulus, start, stop }: Block,
  number: number,
  random: Random,
): Generator<Presentation> {
  const periodSeconds = stimulus.period * FRAME_SECONDS
  // A block's length is written in microseconds; without the allowance it might
  // lose its last presentation.
  const count = Math.floor((stop - start + 1e-5) / periodSeconds)
  let cycle: readonly Condition[] = []
  for (let i = 0; i < count; i++) {
    const position = i % stimulus.conditions.length
    if (position === 0) {
      cycle = stimulus.isShuffled ? random.shuffled(stimulus.conditions) : stimulus.conditions
    }
    const onset = start + i * periodSeconds
    yield {
      stimulus,
      block: number,
      start: onset,
      stop: onset + stimulus.shown * FRAME_SECONDS,
      condition: cycle[position],
    }
  }
}

const greyScreen = (start: number, stop: number): Presentation => ({
  stimulus: spontaneous,
  block: null,
  start,
  stop,
  condition: spontaneous.conditions[0],
})

const roundToMicroseconds = (seconds: number): number => Math.round(seconds * 1e6) / 1e6
