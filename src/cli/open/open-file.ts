import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { FolderCatalog } from '../../catalog/folder/folder-catalog.ts'
import { OwnThread } from '../../readers/inline-reader.ts'
import type { SessionCatalog } from '../../sessions/session-catalog.ts'

/** Sessions that are open, and hold files, until they are closed. */
export interface OpenSessions {
  readonly catalog: SessionCatalog
  close(): Promise<void>
}

/**
 * The session of one file, read in the caller's thread: another would take a tenth of a second to
 * start. The file is not looked at again for changes.
 *
 * @param index of what was read before
 */
export function openFile(file: string, index: StoredIndex): OpenSessions {
  const thread = new OwnThread(undefined, index)
  const catalog = new FolderCatalog([file], thread, { rescanSeconds: 0 })
  return {
    catalog,
    async close() {
      catalog.close()
      thread.close()
    },
  }
}
