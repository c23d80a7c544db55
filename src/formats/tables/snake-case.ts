/** `waveformPtRatio` as a column is named: `waveform_pt_ratio`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
