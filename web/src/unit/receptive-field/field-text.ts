/** Whether one of the stimuli maps receptive fields, as the API looks for them. */
export function hasFieldMapping(stimulusNames: readonly string[]): boolean {
  return stimulusNames.some((name) => /^(gabor|receptive_field_mapping)/.test(name))
}

/** `Centre at 12.5°, −4°; 900 square degrees.` */
export function fieldText(area: number | null, x: number | null, y: number | null): string {
  if (x === null || y === null) {
    return 'No receptive field was found: there are fewer than ten spikes in these presentations.'
  }
  const degrees = (value: number) => `${Number(value.toFixed(1))}°`.replace('-', '−')
  const size = area === null ? '' : `; ${area.toLocaleString('en')} square degrees`
  return `Centre at azimuth ${degrees(x)}, elevation ${degrees(y)} on the screen${size}, by the AllenSDK’s rule.`
}

/** Where a value lies between positions, in cells; positions ascend or descend evenly. */
export function interpolate(positions: readonly (number | null)[], value: number): number {
  const first = positions[0] ?? 0
  const step = (positions[1] ?? first + 1) - first
  return (value - first) / step
}
