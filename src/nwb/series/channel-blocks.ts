/** Channels that are stored together, and are therefore read together. */
export interface ChannelBlock {
  /** position of the first of them in the series */
  readonly first: number
  /** how many are read */
  readonly width: number
  /** positions, from the first on, of those that are wanted */
  readonly wanted: readonly number[]
}

/** @param channels ascending */
export function groupChannels(channels: readonly number[], chunkWidth: number): ChannelBlock[] {
  const blocks = new Map<number, number[]>()
  for (const channel of channels) {
    const number = Math.floor(channel / chunkWidth)
    const block = blocks.get(number)
    if (block) block.push(channel)
    else blocks.set(number, [channel])
  }
  return [...blocks.values()].map((block) => {
    const first = block[0]
    const width = (block.at(-1) as number) - first + 1
    return { first, width, wanted: block.map((channel) => channel - first) }
  })
}

/** The wanted columns of rows of `width` numbers. */
export function pickColumns(
  stored: Float64Array,
  width: number,
  wanted: readonly number[],
): Float64Array {
  if (wanted.length === width) return stored
  const rows = stored.length / width
  const picked = new Float64Array(rows * wanted.length)
  for (let row = 0, at = 0; row < rows; row++) {
    for (const column of wanted) picked[at++] = stored[row * width + column]
  }
  return picked
}

/** Blocks of columns next to each other. */
export function joinBlocks(
  parts: readonly { readonly points: Float64Array; readonly width: number }[],
): Float64Array {
  const [only] = parts
  if (only && parts.length === 1) return only.points
  const width = parts.reduce((sum, part) => sum + part.width, 0)
  const joined = new Float64Array(parts.reduce((sum, { points }) => sum + points.length, 0))
  let offset = 0
  for (const { points, width: partWidth } of parts) {
    for (let i = 0; i < points.length; i++) {
      const row = Math.floor(i / partWidth)
      joined[row * width + offset + (i % partWidth)] = points[i]
    }
    offset += partWidth
  }
  return joined
}
