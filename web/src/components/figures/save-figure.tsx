import './save-figure.css'
import { saveFile } from '../../query/save-file.ts'

interface SaveFigureProps {
  /** what the figure shows: `Responses of 24 units` */
  readonly name: string
  /** the figure as an SVG file */
  readonly draw: () => string | null
}

/** Pixels of a picture to a CSS pixel: sharp in print. */
const SCALE = 2

/** Buttons that keep a figure, for a paper or a talk. */
export function SaveFigure({ name, draw }: SaveFigureProps) {
  const fileName = name.replaceAll(/\W+/g, '_')
  const save = async (as: (svg: string) => Blob | Promise<Blob>, ending: string) => {
    const svg = draw()
    if (svg !== null) saveFile(await as(svg), `${fileName}.${ending}`)
  }
  return (
    <p className="save-figure">
      <button
        type="button"
        className="text-button"
        onClick={() => save((svg) => new Blob([svg], { type: 'image/svg+xml' }), 'svg')}
        aria-label={`${name} as .svg`}
      >
        .svg
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => save(pngOf, 'png')}
        aria-label={`${name} as .png`}
      >
        .png
      </button>
    </p>
  )
}

async function pngOf(svg: string): Promise<Blob> {
  const picture = new Image()
  // The page's policy lets pictures be data, not blobs.
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SCALE * picture.naturalWidth
  canvas.height = SCALE * picture.naturalHeight
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}
