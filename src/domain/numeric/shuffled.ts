/** The same entries in another order, each order as likely. */
export function shuffled<Entry>(entries: readonly Entry[]): Entry[] {
  const order = [...entries]
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(Math.random() * (i + 1))
    ;[order[i], order[other]] = [order[other], order[i]]
  }
  return order
}
