import { NetworkError } from './errors.ts'

export interface Progress {
  /** bytes that have come */
  readonly loaded: number
  /**
   * bytes in all; null where the server does not say, as when the response is compressed on its way
   */
  readonly total: number | null
}

export interface ReadOptions {
  /** aborts the request: what waits for it is rejected with the signal's reason */
  readonly signal?: AbortSignal | undefined
  /** called with each piece that comes */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * The body of a response, piece by piece into one array.
 *
 * @throws NetworkError when it breaks off; the signal's reason when it is aborted
 */
export async function readBytes(
  response: Response,
  { signal, onProgress }: ReadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const total = plainLength(response.headers)
  const pieces: Uint8Array[] = []
  let loaded = 0
  try {
    const reader = response.body?.getReader()
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
      pieces.push(piece.value)
      loaded += piece.value.length
      onProgress?.({ loaded, total: total !== null && loaded <= total ? total : null })
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw new NetworkError(
      response.url,
      `The response from ${response.url} was interrupted after ${loaded} bytes.`,
      error,
    )
  }
  return joined(pieces, loaded)
}

/**
 * Of a page at another address a browser may hide that the response is compressed: then
 * more comes than is given here.
 */
function plainLength(headers: Headers): number | null {
  const length = headers.get('content-length')
  return length === null || headers.has('content-encoding') ? null : Number(length)
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
