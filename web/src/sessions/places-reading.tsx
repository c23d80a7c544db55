import { Notice } from '../components/notices/notice.tsx'
import { amount } from '../components/texts/amounts.ts'
import type { CatalogQuery } from '../gql/graphql.ts'

/** Places that the server looks at for the first time: more sessions may come. */
export function PlacesReading({ places }: { readonly places: CatalogQuery['places'] }) {
  const reading = places.filter(({ state }) => state === 'READING')
  if (reading.length === 0) return null
  return (
    <Notice title="Recordings are still being read.">
      <p>More sessions appear as they are found; reload this page to see them.</p>
      <ul className="refused-files">
        {reading.map(({ name, fileCount, readCount }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be equal, the order is fixed
          <li key={i}>
            <strong>{name}</strong>: {readCount} of {amount(fileCount, 'file')} so far
          </li>
        ))}
      </ul>
    </Notice>
  )
}
