import { useQuery } from '../app/use-query.ts'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { count } from '../components/texts/amounts.ts'
import { SessionWarningsDocument } from '../gql/graphql.ts'

interface WarningsNoticeProps {
  readonly id: string
}

/** What the file holds and no view shows; nothing where all is well. */
export function WarningsNotice({ id }: WarningsNoticeProps) {
  const { data, error, retry } = useQuery(SessionWarningsDocument, { id })
  if (error) return <ErrorNotice error={error} retry={retry} />
  const warnings = data?.session?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning" title={titleOf(warnings.length)}>
      {warnings.map(({ code, path, message }) => (
        <p key={`${code} ${path}`}>{message}</p>
      ))}
    </Notice>
  )
}

function titleOf(warningCount: number): string {
  return warningCount === 1
    ? 'One thing in this file needs attention:'
    : `${count(warningCount)} things in this file need attention:`
}
