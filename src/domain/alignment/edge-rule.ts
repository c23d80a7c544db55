/**
 * In which bin a spike counts that lies on an edge; the first rule is the default.
 *
 * - `numpy`: `edges[k] <= time - start < edges[k + 1]`, the last bin closed:
 *   `numpy.histogram(times - start, edges)`
 * - `halfOpen`: the same with the last bin open
 * - `allenSdk`: `edges[k] + start <= time <= edges[k + 1] + start`, both ends closed: a spike on
 *   an inner edge counts twice
 *
 * `alignment.ts` and `count-aligned.ts` apply them to spikes, `signals/signal-windows.ts` to
 * samples.
 * Bins of a whole window, without a choice of the rule, are `counting/count-into-bins.ts`.
 */
export const edgeRules = ['numpy', 'halfOpen', 'allenSdk'] as const

export type EdgeRule = (typeof edgeRules)[number]

export const defaultEdgeRule: EdgeRule = 'numpy'
