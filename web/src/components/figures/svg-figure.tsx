import './svg-figure.css'
import { type ReactNode, useRef } from 'react'
import { saveFile } from '../../query/save-file.ts'
import { svgText } from './svg-text.ts'

interface SvgFigureProps {
  /** what it shows: `interspike intervals of unit 951` */
  readonly name: string
  /** the drawing, an svg element */
  readonly children: ReactNode
}

/** A drawing that can be kept as an SVG, for a paper or a talk. */
export function SvgFigure({ name, children }: SvgFigureProps) {
  const box = useRef<HTMLDivElement>(null)
  const save = () => {
    const drawing = box.current?.querySelector('svg')
    if (!drawing) return
    const text = svgText(drawing, `${name}. ${document.title}. ${window.location.href}`)
    saveFile(new Blob([text], { type: 'image/svg+xml' }), `${name.replaceAll(/\W+/g, '_')}.svg`)
  }
  return (
    <div ref={box} className="svg-figure">
      {children}
      <button type="button" className="text-button" onClick={save} aria-label={`${name} as .svg`}>
        .svg
      </button>
    </div>
  )
}
