import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SharedLine } from '../../../src/byte-sources/fetcher/shared-line.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTime(ms)

describe('the latency of a line', () => {
  test('is at first that to another continent, and moves by a fifth of what is measured', () => {
    const line = new SharedLine()
    expect(line.speed).toMatchObject({ latency: 0.08, bandwidth: 12.5e6 })
    const request = line.begin()
    pass(180)
    request.respond()
    expect(line.speed.latency).toBeCloseTo(0.1)
    expect(new SharedLine(line.memory).speed).toEqual(line.speed)
  })

  test('is at least a millisecond', () => {
    const line = new SharedLine()
    line.begin().respond()
    expect(line.speed.latency).toBeCloseTo(0.08 - 0.2 * 0.079)
  })

  test('is not measured by more than four requests at once', () => {
    const line = new SharedLine()
    const [, , , fourth, fifth] = Array.from({ length: 5 }, () => line.begin())
    pass(180)
    fifth?.respond()
    expect(line.speed.latency).toBe(0.08)
    fourth?.respond()
    expect(line.speed.latency).toBeCloseTo(0.1)
  })
})

describe('the bandwidth of a line', () => {
  test('is what came in half a second or more', () => {
    const line = new SharedLine()
    const short = line.begin()
    pass(499)
    short.end(1e9)
    expect(line.speed.bandwidth).toBe(12.5e6)
    const long = line.begin()
    pass(500)
    long.end(12.5e6)
    expect(line.speed.bandwidth).toBeCloseTo(15e6)
  })

  test('counts all bytes since the line was idle, or measured', () => {
    const line = new SharedLine()
    const [first, second, third] = [line.begin(), line.begin(), line.begin()]
    pass(400)
    first.end(10e6)
    pass(600)
    second.end(15e6)
    expect(line.speed.bandwidth).toBeCloseTo(15e6)
    pass(500)
    third.end(10e6)
    expect(line.speed.bandwidth).toBeCloseTo(16e6)
  })

  test('is not smaller because few requests leave it idle', () => {
    const line = new SharedLine()
    const few = line.begin()
    pass(1000)
    few.end(5e6)
    expect(line.speed.bandwidth).toBe(12.5e6)
    const many = Array.from({ length: 5 }, () => line.begin())
    pass(1000)
    many[4]?.end(5e6)
    expect(line.speed.bandwidth).toBeCloseTo(11e6)
  })
})
