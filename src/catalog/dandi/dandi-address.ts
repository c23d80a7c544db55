/** `dandi://ID[@version][/glob]`: what of a dandiset is meant. */
export interface DandiAddress {
  /** six digits */
  readonly dandiset: string
  /** `draft`, or such as `0.220126.1903`; null: the latest that is published, or else the draft */
  readonly version: string | null
  /** of paths of assets, in which `*` stands for anything; null: all */
  readonly glob: string | null
}

/** @returns null for another form */
export function parseDandiAddress(text: string): DandiAddress | null {
  const match = /^dandi:\/\/(\d{6})(?:@(draft|\d+\.\d+\.\d+))?(?:\/(.*))?$/i.exec(text)
  if (!match) return null
  const [, dandiset = '', version, glob] = match
  return { dandiset, version: version ?? null, glob: glob || null }
}
