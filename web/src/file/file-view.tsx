import './file.css'
import '../session/session.css'
import '../tables/tables.css'
import type { Address } from '../app/address.ts'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { bytes } from '../components/texts/amounts.ts'
import { FilePlaceDocument, SessionWarningsDocument } from '../gql/graphql.ts'
import { FileTree } from './file-tree.tsx'
import { ObjectPanel } from './object-panel.tsx'
import { placeText } from './object-text.ts'

/** The file itself: a tree of its groups and datasets beside the object that is chosen. */
export function FileView({ address }: { readonly address: Address }) {
  const session = address.session ?? ''
  const path = address.path ?? '/'
  const { data, error, retry } = useQuery(FilePlaceDocument, { session })
  const warnings = useQuery(SessionWarningsDocument, { id: session })
  const place = data?.session?.id === session ? data.session : null
  return (
    <>
      <ViewTitle note={place && placeNote(place)}>The file of session {session}</ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {warnings.error && !error && <ErrorNotice error={warnings.error} retry={warnings.retry} />}
      <div className="file-parts">
        <FileTree key={session} session={session} selected={path} />
        <ObjectPanel
          session={session}
          path={path}
          page={Number(address.page ?? 1) || 1}
          warnings={warnings.data?.session?.warnings ?? []}
          isRemote={(place?.location ?? null) !== null}
        />
      </div>
    </>
  )
}

function placeNote({
  fileName,
  fileSize,
  location,
}: {
  readonly fileName: string
  readonly fileSize: number | null
  readonly location: string | null
}): string {
  const size = fileSize === null ? null : bytes(fileSize)
  return [fileName, size, placeText(location)].filter(Boolean).join(' · ')
}
