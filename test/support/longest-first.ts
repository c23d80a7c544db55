import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that would keep one worker busy after the others have ended, the longest first. */
const longest = [
  'test/shared/failed-reads',
  'test/nwb/failed-reads',
  'test/shared/cases',
  'test/fuzz/mutants',
  'test/web/activity/activity',
  'test/web/activity/heatmap',
  'test/golden/recordings/remote',
  'test/golden/files/',
  'test/cli/serve/',
  'test/embedding/examples',
  'test/examples/',
  'test/cli/',
]

/** In each project, the longest test files first, so that all workers end at about one time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config
    const rankOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((start) => relative(root, moduleId).startsWith(start))
      return place < 0 ? longest.length : place
    }
    // Project by project, since one process runs files of one; of these the largest first.
    const sorted = await super.sort(files)
    return this.ctx.projects.flatMap((project) =>
      sorted
        .filter((file) => file.project === project)
        .sort((one, other) => rankOf(one) - rankOf(other)),
    )
  }
}
