import { client } from '../app/client.ts'
import { saveFile } from './save-file.ts'

/** A matrix of the answer, and where it is as a file. */
export interface DownloadableMatrix {
  /** `V1` */
  readonly name: string
  /** without its ending */
  readonly fileName: string
  /** [bins, units] */
  readonly shape: readonly number[]
  readonly npy: string
  readonly npz: string
  readonly csv: string
}

interface DownloadsProps {
  readonly matrices: readonly DownloadableMatrix[]
  /** where all of them are as one file; null: nowhere */
  readonly datasetHref: string | null
  readonly picture: (() => HTMLCanvasElement) | undefined
  readonly fileName: string
}

const formats = ['npy', 'npz', 'csv'] as const

/** The matrices as files, and the heatmaps as a picture. */
export function Downloads({ matrices, datasetHref, picture, fileName }: DownloadsProps) {
  return (
    <div className="downloads">
      <h3>Download</h3>
      <div className="query-actions">
        {datasetHref && (
          <a className="button" href={client.urlOf(datasetHref)} download={`${fileName}.npz`}>
            All matrices as one .npz
          </a>
        )}
        {picture && (
          <button
            type="button"
            className="button"
            onClick={() => savePicture(picture(), `${fileName}.png`)}
          >
            Heatmaps as .png
          </button>
        )}
      </div>
      {matrices.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Matrix</th>
              <th scope="col">Bins × units</th>
              <th scope="col">Files</th>
            </tr>
          </thead>
          <tbody>
            {matrices.map((matrix) => (
              <tr key={matrix.name}>
                <th scope="row">{matrix.name}</th>
                <td>{matrix.shape.join(' × ')}</td>
                <td className="download-files">
                  {formats.map((format) => (
                    <a
                      key={format}
                      href={client.urlOf(matrix[format])}
                      download={`${matrix.fileName}.${format}`}
                      aria-label={`${matrix.name} as .${format}`}
                    >
                      .{format}
                    </a>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function savePicture(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => blob && saveFile(blob, name), 'image/png')
}
