import { type RefObject, useEffect, useState } from 'react'

/** How wide an element is, in CSS pixels: for drawings whose type must not shrink with them. */
export function useWidth(element: RefObject<Element | null>, atFirst: number): number {
  const [width, setWidth] = useState(atFirst)
  useEffect(() => {
    if (!element.current) return
    const size = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width))
    })
    size.observe(element.current)
    return () => size.disconnect()
  }, [element])
  return width
}
