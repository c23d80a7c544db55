import {
  type AddressField,
  type FieldsOf,
  flagField,
  requiredTextField,
} from '../../addresses/address-field.ts'
import { SeriesNotFoundError } from '../../errors.ts'
import type { LfpRequest } from '../../request/analyses/lfp.ts'

/** In file order, whatever order they are given in. */
const channelsField: AddressField<readonly string[]> = {
  write: (channelIds, name) => [[name, channelIds]],
  read: (fields, name) => fields.list(name) ?? [],
}

/** Which channels of a probe, in the order of an address. */
export const lfpFields: FieldsOf<LfpRequest> = {
  probe: requiredTextField,
  channelIds: channelsField,
  masksInvalidTimes: flagField(true),
}

/**
 * What was found of a probe's LFP.
 *
 * @throws SeriesNotFoundError where it has none
 */
export function assertLfp<Found>(found: Found | null): Found {
  if (found) return found
  throw new SeriesNotFoundError('lfp', null)
}
