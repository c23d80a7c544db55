import { Notice } from '../components/notices/notice.tsx'
import { amount } from '../components/texts/amounts.ts'
import type { CatalogQuery } from '../gql/graphql.ts'

/** Files that are not served, each with its reason and cure. */
export function RefusedFiles({ files }: { readonly files: CatalogQuery['refusedFiles'] }) {
  if (files.length === 0) return null
  return (
    <Notice
      tone="warning"
      title={`${amount(files.length, 'file')} ${files.length === 1 ? 'is' : 'are'} not served.`}
    >
      <ul className="refused-files">
        {files.map(({ fileName, message }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be equal, the order is fixed
          <li key={i}>
            {message.startsWith(fileName) ? (
              <>
                <strong>{fileName}</strong>
                {message.slice(fileName.length)}
              </>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
