import { Counter, Gauge, type Registry } from 'prom-client'

/** A value, and which cache it is of, where it is of one. */
export type Sample = readonly [labels: { readonly cache?: string }, value: number]

/** A gauge, read when the metrics are. */
export function addGauge(
  registry: Registry,
  name: string,
  help: string,
  samples: () => readonly Sample[],
): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: ['cache'],
    registers: [registry],
    collect() {
      for (const [labels, value] of samples()) gauge.set(labels, value)
    },
  })
}

/** A number that only grows, and that someone else counts. */
export function addCounter(
  registry: Registry,
  name: string,
  help: string,
  samples: () => readonly Sample[],
): void {
  const counter = new Counter({
    name,
    help,
    labelNames: ['cache'],
    registers: [registry],
    collect() {
      counter.reset()
      for (const [labels, value] of samples()) counter.inc(labels, value)
    },
  })
}
