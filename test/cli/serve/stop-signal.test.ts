import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stopSignal } from '../../../src/cli/serve/stop-signal.ts'

let exits: unknown[]
let said: unknown[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  exits = []
  said = []
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    exits.push(code)
    return undefined as never
  })
  vi.spyOn(console, 'error').mockImplementation((text) => said.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
])('a second %s ends the program, unless it is the echo of the first', async (signal, code) => {
  const signals = new EventEmitter()
  const stopped = stopSignal(() => false, signals)
  signals.emit(signal, signal)
  expect(await stopped).toBe(signal)
  // npm passes on what the terminal has sent already.
  vi.advanceTimersByTime(500)
  signals.emit(signal, signal)
  expect(exits).toEqual([])
  vi.advanceTimersByTime(1)
  signals.emit(signal, signal)
  expect(exits).toEqual([code])
  expect(said).toEqual([`${signal}: stopped immediately; running requests were aborted.`])
})

test('a program whose thread hangs in a system call is killed by the second', async () => {
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => true)
  const signals = new EventEmitter()
  const stopped = stopSignal(() => true, signals)
  signals.emit('SIGTERM', 'SIGTERM')
  await stopped
  vi.advanceTimersByTime(501)
  signals.emit('SIGTERM', 'SIGTERM')
  expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL')
})
