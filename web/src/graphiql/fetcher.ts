import type { GraphiQLProps } from 'graphiql'

/** Where the API is: beside this page, also behind a proxy's path. */
const url = new URL('graphql', document.baseURI)

interface Observer {
  next(reply: unknown): void
  error(error: unknown): void
  complete(): void
}

/**
 * Asks the API for GraphiQL. What is not waited for any more, by its stop button
 * or a new query, is cancelled.
 */
export const fetcher = ((parameters: object) => ({
  subscribe(observer: Observer) {
    const controller = new AbortController()
    sendQuery(parameters, controller.signal).then(
      (reply) => {
        observer.next(reply)
        observer.complete()
      },
      (error: unknown) => {
        if (!controller.signal.aborted) observer.error(error)
      },
    )
    return { unsubscribe: () => controller.abort() }
  },
  // Its type also has subscriptions by single functions, which GraphiQL does not make.
})) as unknown as GraphiQLProps['fetcher']

async function sendQuery(parameters: object, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify(parameters),
    signal,
  })
  return response.json()
}
