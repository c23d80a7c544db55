/** How a reader and a request's loaders treat one kind of batch. */
export interface BatchRule<Request, Response> {
  /**
   * Equal for requests that have the same response: within a GraphQL request they are read once.
   */
  readonly keyOf: (request: Request) => unknown
  /** Divides a batch among idle threads. Left out: one thread reads all of it. */
  readonly split?: (
    requests: readonly Request[],
    idleThreads: number,
  ) => SplitBatch<Request, Response>
  /**
   * Bytes of a response, which is then kept under its key, a text, while the file stays as it is.
   * Left out: nothing is kept.
   */
  readonly keptBytes?: (response: Response) => number
  /**
   * Whether other requests depend on the response: it is read at once. Everything else waits until
   * no look-up of the GraphQL request is running, and is then read together.
   */
  readonly isLookup?: boolean
  /** Whether a request that cannot be read leaves the others of its batch their responses. */
  readonly failsAlone?: boolean
  /** The probe whose own file has what is requested; undefined: the session's file has it. */
  readonly probeOf?: (request: Request) => string | null | undefined
  /**
   * The response where a file does not have what is requested: files that may be the probe's are
   * tried until one has another. Left out: the file in which something was found before is read.
   */
  readonly nowhere?: Response
}

/** A batch divided among threads. */
export interface SplitBatch<Request, Response> {
  readonly parts: readonly (readonly Request[])[]
  /**
   * The responses to the batch, from those to each of its parts. It runs on the main thread: large
   * ones are joined over several turns of the event loop.
   */
  readonly join: (responses: readonly (readonly Response[])[]) => Response[] | Promise<Response[]>
}
