import { type ExecutionResult, GraphQLError } from 'graphql'
import { type Estimate, OnlyEstimatedError } from '../../request/estimate.ts'

/**
 * Execute an operation only to learn what it would fetch: its response has no data, and
 * `extensions.estimate`. What fails for another reason is reported as ever.
 *
 * @param execute executes it with loaders that add to the estimate
 */
export async function estimateOperation(
  estimate: Estimate,
  execute: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { errors = [] } = await execute()
  const others = errors.filter((error) => !isOnlyEstimated(error))
  if (others.length > 0) return { data: null, errors: others }
  return { data: null, extensions: { estimate: { bytes: Math.round(estimate.bytes) } } }
}

function isOnlyEstimated(error: unknown): boolean {
  if (error instanceof OnlyEstimatedError) return true
  return error instanceof GraphQLError && isOnlyEstimated(error.originalError)
}
