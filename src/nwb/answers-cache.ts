import type { QuestionName, Questions } from './reader-protocol.ts'
import type { LoadedTables } from './tables-cache.ts'

/** Presentations and conditions of a full-scale session take four megabytes. */
const MOST_SESSIONS = 8

/** Answers about whole sessions that are worth keeping, of the sessions asked last. Those of a file that changed are never asked again. */
export class AnswersCache {
  readonly #answers = new Map<LoadedTables, Map<QuestionName, Promise<unknown>>>()

  /** The answer that is kept, or is on its way; else asks for it. Should that fail, it is forgotten. */
  get<Name extends QuestionName>(
    file: LoadedTables,
    name: Name,
    ask: () => Promise<Questions[Name]['answer']>,
  ): Promise<Questions[Name]['answer']> {
    const ofFile = this.#answers.get(file) ?? new Map<QuestionName, Promise<unknown>>()
    this.#answers.delete(file)
    this.#answers.set(file, ofFile)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > MOST_SESSIONS && oldest) this.#answers.delete(oldest)
    const kept = ofFile.get(name)
    if (kept) return kept as Promise<Questions[Name]['answer']>
    const asked = ask()
    ofFile.set(name, asked)
    asked.catch(() => ofFile.delete(name))
    return asked
  }
}
