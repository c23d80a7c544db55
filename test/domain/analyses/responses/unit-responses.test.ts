import { describe, expect, test } from 'vitest'
import { UnitResponses } from '../../../../src/domain/analyses/responses/unit-responses.ts'
import { type Gratings, gratingsDesign } from './gratings-design.ts'

const unitWith = (
  spikeTimes: readonly number[],
  gratings: Gratings,
  isCounted: (presentation: number) => boolean = () => true,
) => new UnitResponses(gratingsDesign(gratings), Float64Array.from(spikeTimes), isCounted)

describe('spikes of the presentations of each condition', () => {
  const twoOfEach = { orientations: [0, 90], conditions: [0, 1, 1, 0] }

  test('are summed and averaged', () => {
    const unit = unitWith([0.1, 0.2, 1.5, 2.5, 3.5, 9], twoOfEach)
    expect([...unit.sums]).toEqual([3, 2])
    expect([...unit.sizes]).toEqual([2, 2])
    expect([...unit.means]).toEqual([1.5, 1])
    expect(unit.preferred).toBe(0)
    expect(unit.preferredPresentations).toEqual([0, 3])
  })

  test('count after the start, up to and with the stop', () => {
    expect([...unitWith([0, 1], { orientations: [0] }).sums]).toEqual([1])
    // The spike at 1 s is the first presentation's, though the second begins there.
    expect([...unitWith([1, 1.5], { orientations: [0, 90] }).sums]).toEqual([1, 1])
  })

  test('count in none without a stop, and in one of no length, where there are none', () => {
    const gratings = { orientations: [0, 90], startTimes: [0, 2], stopTimes: [Number.NaN, 2] }
    const unit = unitWith([0.5, 2, 2.5], gratings)
    expect([...unit.sizes]).toEqual([0, 1])
    expect([...unit.sums]).toEqual([0, 0])
    expect([...unit.means]).toEqual([Number.NaN, 0])
    expect(unit.preferred).toBe(1)
    expect([...unit.shown(unit.means)]).toEqual([0])
  })

  test('count only in presentations that count', () => {
    const unit = unitWith([0.5, 3.5], twoOfEach, (presentation) => presentation !== 3)
    expect([...unit.sizes]).toEqual([1, 2])
    expect([...unit.means]).toEqual([1, 0])
    expect(unit.preferredPresentations).toEqual([0])
  })

  test('count in no presentation that shows none of the conditions', () => {
    const unit = unitWith([0.5, 1.5], { orientations: [0], conditions: [-1, 0] })
    expect([...unit.sums]).toEqual([1])
    expect([...unit.sizes]).toEqual([1])
  })
})

describe('the preferred condition', () => {
  test('is the first of those with the most spikes', () => {
    expect(unitWith([1.5, 2.5], { orientations: [0, 45, 90] }).preferred).toBe(1)
  })

  test('is never a blank screen', () => {
    const gratings = { orientations: [0, 90], blanks: [0] }
    const unit = unitWith([0.1, 0.2, 1.5], gratings)
    expect(unit.preferred).toBe(1)
    expect([...unit.shown(unit.sums)]).toEqual([1])
    expect(unit.isSilent).toBe(false)
    expect(unitWith([0.1, 0.2], gratings).isSilent).toBe(true)
  })

  test('is none where no presentation counts', () => {
    const unit = unitWith([0.5], { orientations: [0] }, () => false)
    expect(unit.preferred).toBe(-1)
    expect(unit.preferredPresentations).toEqual([])
    expect([...unit.preferredCounts]).toEqual([])
  })

  test('has its spikes counted over a trial, its ends included', () => {
    // Each lasts half as long as a trial.
    const gratings = { orientations: [0, 0], conditions: [0, 0], stopTimes: [0.5, 1.5] }
    const unit = unitWith([0, 0.25, 1, 1.25, 1.75], gratings)
    expect([...unit.preferredCounts]).toEqual([3, 3])
  })

  test('has a mean response in bins closed on both sides', () => {
    const gratings = { orientations: [0], conditions: [0, 0] }
    const unit = unitWith([0.5, 1.25], gratings)
    // The spike at an edge is in both bins.
    expect([...unit.psth(Float64Array.of(0, 0.5, 1))]).toEqual([1, 0.5])
    expect([...unit.preferredBins(Float64Array.of(0, 0.5, 1), 'numpy')]).toEqual([0, 1, 1, 0])
    expect([...unit.preferredBins(Float64Array.of(0, 1), 'numpy')]).toEqual([1, 1])
  })
})
