/**
 * Current source density of a potential: its second difference along the probe, `-(V[c-1] - 2 V[c]
 * + V[c+1]) / h² * σ`. The outermost channels have no neighbour, and no value (NaN).
 *
 * @param potentials V, in order of depth; shape [bins, channels]
 * @param spacing h between neighbours, in m
 * @param conductivity σ, in S/m; 1: the result is in V/m² instead of A/m³
 * @returns shape [bins, channels]
 */
export function currentSourceDensity(
  potentials: Float64Array,
  channelCount: number,
  spacing: number,
  conductivity: number,
): Float64Array {
  return potentials.map((potential, cell) => {
    const channel = cell % channelCount
    if (channel === 0 || channel === channelCount - 1) return Number.NaN
    const curvature = potentials[cell - 1] - 2 * potential + potentials[cell + 1]
    return (-curvature / (spacing * spacing)) * conductivity
  })
}
