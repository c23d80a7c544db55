import {
  choiceField,
  type FieldsOf,
  flagField,
  optionalNumberField,
  optionalTextField,
  textsField,
} from '../../addresses/address-field.ts'
import { openSpanField } from '../../addresses/window-fields.ts'
import type { SeriesRequest } from '../../request/series.ts'

/** The parts of a request for a time series, in the order of an address. */
export const seriesFields: FieldsOf<SeriesRequest> = {
  path: optionalTextField,
  probe: optionalTextField,
  channelIds: textsField,
  masksInvalidTimes: flagField(true),
  span: openSpanField,
  maxPoints: optionalNumberField,
  resample: choiceField(['none', 'mean', 'minMax'], 'mean'),
}
