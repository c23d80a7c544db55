import { type ReactNode, useRef } from 'react'
import { SaveFigure } from './save-figure.tsx'
import { svgText } from './svg-text.ts'

interface SvgFigureProps {
  /** what it shows: `interspike intervals of unit 951` */
  readonly name: string
  /** the drawing, an svg element */
  readonly children: ReactNode
}

/** A drawing that can be kept as a file. */
export function SvgFigure({ name, children }: SvgFigureProps) {
  const box = useRef<HTMLDivElement>(null)
  const draw = () => {
    const drawing = box.current?.querySelector('svg')
    return drawing ? svgText(drawing, `${name}. ${document.title}. ${window.location.href}`) : null
  }
  return (
    <div ref={box} className="svg-figure">
      {children}
      <SaveFigure name={name} draw={draw} />
    </div>
  )
}
