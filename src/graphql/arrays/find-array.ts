import type { GraphQLContext } from '../context.ts'
import type { AddressedArray, AddressedFile } from './addressed-array.ts'
import { findDataset } from './addressed-dataset.ts'
import { findMatrix } from './addressed-matrix.ts'

/**
 * What an address names; null: there is nothing of that name.
 *
 * @throws UserError for a question that makes no sense, or that this session cannot answer
 */
export function findArray(file: AddressedFile, context: GraphQLContext): AddressedArray | null {
  return findMatrix(file, context) ?? findDataset(file, context)
}
