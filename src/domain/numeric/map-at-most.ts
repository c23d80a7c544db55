/**
 * Map items as `Promise.all` does, with at most `limit` of them under way;
 * results in order of the items.
 */
export async function mapAtMost<Item, Result>(
  limit: number,
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  // Shared: each worker takes the next item that none has taken.
  const entries = items.entries()
  const work = async () => {
    for (const [i, item] of entries) results[i] = await map(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
  return results
}
