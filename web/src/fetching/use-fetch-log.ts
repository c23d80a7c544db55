import { createContext, useContext } from 'react'
import type { FetchLog } from './fetch-log.ts'

/** Of the view around; null: its recording lies on the server, which fetches nothing. */
export const CurrentLog = createContext<FetchLog | null>(null)

export const useFetchLog = () => useContext(CurrentLog)
