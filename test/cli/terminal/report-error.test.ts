import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { InterruptedError } from '../../../src/cli/terminal/interruption.ts'
import { reportError } from '../../../src/cli/terminal/report-error.ts'
import { AreaNotFoundError, EpochNotFoundError } from '../../../src/errors.ts'

let stderr: MockInstance<typeof console.error>
beforeEach(() => {
  stderr = vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('a fault of ours is one line with a hint, exit code 70', () => {
  expect(reportError(new TypeError('x is\n  not a function'))).toBe(70)
  expect(stderr.mock.calls).toEqual([
    ['error: x is not a function (unexpected; set SPIKEQL_DEBUG=1 to see where)'],
  ])
})

test('an interruption ends as a shell expects', () => {
  expect(reportError(new InterruptedError('SIGINT'))).toBe(130)
  expect(reportError(new InterruptedError('SIGTERM'))).toBe(143)
})

test('an area that is missing comes with the option that helps', () => {
  expect(reportError(new AreaNotFoundError('VISrl', ['VISp']))).toBe(1)
  expect(stderr.mock.calls[0]?.[0]).toContain('Available: VISp. Choose others with --areas')
  expect(stderr.mock.calls[0]?.[0]).toContain('--missing-areas empty')
})

test('an area that no atlas knows comes without the option, which would not help', () => {
  expect(reportError(new AreaNotFoundError('XX', ['VISp']))).toBe(1)
  expect(stderr.mock.calls).toEqual([['error: No area "XX" here. Available: VISp.']])
})

test('control characters of a file are shown, not sent', () => {
  expect(reportError(new EpochNotFoundError('stimulus "a"', ['b\x1b[2J']))).toBe(1)
  expect(stderr.mock.calls[0]?.[0]).toContain('Available: b\\u001b[2J.')
})
