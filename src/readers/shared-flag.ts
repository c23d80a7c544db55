/** 0, to be set to 1 and seen by another thread. Shape [1]. */
export function sharedFlag(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}
