/**
 * The checksum of HDF5's structures, of bytes that it follows: Jenkins' lookup3. Format: HDF5 File
 * Format Specification, "checksum" of each structure.
 */
export function checksum(bytes: Uint8Array): number {
  let a = (0xdeadbeef + bytes.length) | 0
  let b = a
  let c = a
  const word = (at: number) =>
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  let at = 0
  for (; bytes.length - at > 12; at += 12) {
    a = (a + word(at)) | 0
    b = (b + word(at + 4)) | 0
    c = (c + word(at + 8)) | 0
    a = ((a - c) ^ turn(c, 4)) | 0
    c = (c + b) | 0
    b = ((b - a) ^ turn(a, 6)) | 0
    a = (a + c) | 0
    c = ((c - b) ^ turn(b, 8)) | 0
    b = (b + a) | 0
    a = ((a - c) ^ turn(c, 16)) | 0
    c = (c + b) | 0
    b = ((b - a) ^ turn(a, 19)) | 0
    a = (a + c) | 0
    c = ((c - b) ^ turn(b, 4)) | 0
    b = (b + a) | 0
  }
  if (at === bytes.length) return c >>> 0
  a = (a + word(at)) | 0
  b = (b + word(at + 4)) | 0
  c = (c + word(at + 8)) | 0
  c = ((c ^ b) - turn(b, 14)) | 0
  a = ((a ^ c) - turn(c, 11)) | 0
  b = ((b ^ a) - turn(a, 25)) | 0
  c = ((c ^ b) - turn(b, 16)) | 0
  a = ((a ^ c) - turn(c, 4)) | 0
  b = ((b ^ a) - turn(a, 14)) | 0
  c = ((c ^ b) - turn(b, 24)) | 0
  return c >>> 0
}

const turn = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits))
