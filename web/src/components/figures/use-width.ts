import { type RefObject, useEffect, useState } from 'react'

/** Narrower elements, as those that are not laid out yet, have no room for axes. */
const LEAST = 160

/** How wide an element is, in CSS pixels: for drawings whose type must not shrink with them. */
export function useWidth(element: RefObject<Element | null>, atFirst: number): number {
  const [width, setWidth] = useState(atFirst)
  useEffect(() => {
    if (!element.current) return
    const size = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(Math.round(entry.contentRect.width), LEAST))
    })
    size.observe(element.current)
    return () => size.disconnect()
  }, [element])
  return width
}
