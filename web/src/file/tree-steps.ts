/** What a key leads to in a tree. */
export interface TreeStep {
  readonly item: HTMLElement
  readonly action: 'focus' | 'toggle' | 'select'
}

const ITEM = '[role="treeitem"]'

/** The step of a key, as WAI-ARIA's tree pattern has it; null: the key does nothing here. */
export function steps(tree: HTMLElement, key: string): TreeStep | null {
  // All that there are are in sight: closed groups have no items.
  const items = [...tree.querySelectorAll<HTMLElement>(ITEM)]
  const current = (tree.ownerDocument.activeElement as HTMLElement | null)?.closest<HTMLElement>(
    ITEM,
  )
  const at = current ? items.indexOf(current) : -1
  if (!current || at < 0) return null
  const focus = (item: HTMLElement | undefined) =>
    item ? { item, action: 'focus' as const } : null
  const expanded = current.getAttribute('aria-expanded')
  switch (key) {
    case 'ArrowDown':
      return focus(items[at + 1])
    case 'ArrowUp':
      return focus(items[at - 1])
    case 'Home':
      return focus(items[0])
    case 'End':
      return focus(items.at(-1))
    case 'ArrowRight':
      if (expanded === 'false') return { item: current, action: 'toggle' }
      return focus(items.slice(at + 1, at + 2).find((item) => levelOf(item) > levelOf(current)))
    case 'ArrowLeft':
      if (expanded === 'true') return { item: current, action: 'toggle' }
      return focus(items.slice(0, at).findLast((item) => levelOf(item) < levelOf(current)))
    case 'Enter':
    case ' ':
      return { item: current, action: 'select' }
  }
  if (key.length !== 1) return null
  const letter = key.toLowerCase()
  const begins = (item: HTMLElement) => nameOf(item).toLowerCase().startsWith(letter)
  return focus([...items.slice(at + 1), ...items.slice(0, at)].find(begins))
}

const levelOf = (item: HTMLElement) => Number(item.getAttribute('aria-level'))

const nameOf = (item: HTMLElement) => item.querySelector('.tree-label')?.textContent ?? ''
