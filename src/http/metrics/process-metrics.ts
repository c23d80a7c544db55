import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import type { Registry } from 'prom-client'
import { addCounter, addGauge } from './pulled-metrics.ts'

/**
 * How often the delay of the event loop is sampled, in ms; Node counts
 * this wait as part of the delay.
 */
const RESOLUTION_MS = 10

/**
 * What the process takes: memory, processor, and how late its event loop is. By the names that
 * dashboards know, but without prom-client's own watch over every garbage collection, which takes a
 * tenth of the time of a small query.
 */
export function watchProcess(registry: Registry): { stop(): void } {
  const memory = (name: string, help: string, kind: keyof NodeJS.MemoryUsage) =>
    addGauge(registry, name, help, () => [[{}, process.memoryUsage()[kind]]])
  memory('process_resident_memory_bytes', 'Resident memory of the process, in bytes.', 'rss')
  memory('nodejs_heap_size_used_bytes', 'JavaScript heap in use, in bytes.', 'heapUsed')
  memory(
    'nodejs_external_memory_bytes',
    'Memory of buffers outside the JavaScript heap, in bytes.',
    'external',
  )
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const lag = (name: string, help: string, nanoseconds: (delay: IntervalHistogram) => number) =>
    addGauge(registry, name, help, () => [
      [{}, Math.max(0, (nanoseconds(delay) || 0) / 1e9 - RESOLUTION_MS / 1e3)],
    ])
  lag('nodejs_eventloop_lag_mean_seconds', 'Mean delay of the event loop.', ({ mean }) => mean)
  lag('nodejs_eventloop_lag_p99_seconds', 'Its 99th percentile.', (of) => of.percentile(99))
  lag('nodejs_eventloop_lag_max_seconds', 'Its longest.', ({ max }) => max)
  addCounter(registry, 'process_cpu_seconds_total', 'CPU time of all threads, in seconds.', () => {
    const { user, system } = process.cpuUsage()
    return [[{}, (user + system) / 1e6]]
  })
  return { stop: () => delay.disable() }
}
