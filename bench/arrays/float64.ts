/** The numbers of an array that came as base64. */
export function numbersOf({
  dtype,
  bytes,
}: {
  readonly dtype: string
  readonly bytes: string
}): Float64Array | Uint32Array {
  const { buffer } = new Uint8Array(Buffer.from(bytes, 'base64'))
  return dtype === 'uint32' ? new Uint32Array(buffer) : new Float64Array(buffer)
}
