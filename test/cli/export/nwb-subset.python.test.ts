import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runPython } from '../../support/python/python.ts'
import { writeNwb } from '../../support/recordings/write-nwb.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

/**
 * What the schemas of NWB 2 and hdmf-common require of a file, whichever of its optional objects it
 * has: the rules that pynwb's validator applies to the types that a subset consists of.
 */
const rules = `import h5py, json, re, sys
part = h5py.File(sys.argv[1], 'r')
faults = []
def need(is_right, *what):
    if not is_right: faults.append(' '.join(map(str, what)))
def text(dataset):
    value = dataset[()]
    return value.decode() if isinstance(value, bytes) else value

need(re.fullmatch(r'2\\.\\d+\\.\\d+', part.attrs['nwb_version']), 'nwb_version')
time = re.compile(r'\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)')
for name in ('identifier', 'session_description', 'session_start_time', 'timestamps_reference_time'):
    need(name in part and part[name].shape == () and text(part[name]), name)
for name in ('session_start_time', 'timestamps_reference_time'):
    need(time.fullmatch(text(part[name])), name, text(part[name]))
dates = part['file_create_date']
need(dates.ndim == 1 and len(dates) > 0 and time.fullmatch(dates[0].decode()), 'file_create_date')
for name in ('acquisition', 'analysis', 'general', 'processing', 'stimulus/presentation', 'stimulus/templates'):
    need(isinstance(part.get(name), h5py.Group), name)

ids, types = [], {}
def check_typed(name, item):
    kind = item.attrs.get('neurodata_type')
    if kind is None: return
    need(item.attrs.get('namespace') in ('core', 'hdmf-common', 'ndx-aibs-ecephys'), name, 'namespace')
    need(re.fullmatch('[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', item.attrs.get('object_id', '')), name, 'object_id')
    ids.append(item.attrs['object_id'])
    types.setdefault(kind, []).append(item)
    if kind in ('VectorData', 'VectorIndex', 'DynamicTable', 'TimeIntervals', 'Units', 'ElectrodeGroup'):
        need('description' in item.attrs, name, 'description')
    if kind in ('DynamicTable', 'TimeIntervals', 'Units'): check_table(name, item)
    if kind.endswith('ElectrodeGroup'):
        need('location' in item.attrs and 'device' in item, name, 'location, device')

def check_table(name, table):
    columns = list(table.attrs['colnames'])
    need(len(set(columns)) == len(columns), name, 'colnames twice')
    need(table['id'].attrs['neurodata_type'] == 'ElementIdentifiers' and table['id'].dtype.kind in 'iu', name, 'id')
    rows = len(table['id'])
    for column in columns:
        need(column in table, name, column)
        need(table[column].attrs['neurodata_type'] == 'VectorData', name, column, 'type')
        index = table.get(column + '_index')
        if index is None:
            need(len(table[column]) == rows, name, column, 'rows')
            continue
        ends = index[:]
        need(index.attrs['neurodata_type'] == 'VectorIndex' and index.dtype.kind == 'u', name, column, 'index')
        need(len(ends) == rows and (rows == 0 or ends[-1] == len(table[column])), name, column, 'ends')
        need((ends[1:] >= ends[:-1]).all(), name, column, 'order of ends')
        need(part[index.attrs['target']].name == table[column].name, name, column, 'target')
    for other in set(table) - set(columns) - {'id'}:
        need(other.endswith('_index') and other[:-6] in columns, name, other, 'in no colnames')

check_typed('/', part)
part.visititems(check_typed)
need(len(set(ids)) == len(ids), 'object_id twice')
need(types['NWBFile'] == [part], 'NWBFile')
for table in types.get('TimeIntervals', []):
    need(table['start_time'].dtype.kind == 'f' and table['stop_time'].dtype.kind == 'f', table.name, 'times')
electrodes = part.get('general/extracellular_ephys/electrodes')
if electrodes is not None:
    for column in ('location', 'group', 'group_name'):
        need(column in electrodes.attrs['colnames'], 'electrodes', column)
    for group in electrodes['group'][:]:
        need(part[group].attrs['neurodata_type'].endswith('ElectrodeGroup'), 'electrodes', 'group')
extended = [kind for kind, items in types.items() if items[0].attrs['namespace'].startswith('ndx')]
need(bool(extended) == ('specifications' in part), 'specifications of', extended)
if extended: need(part[part.attrs['.specloc']].name == '/specifications', '.specloc')
print(json.dumps({'faults': faults, 'types': sorted(types)}))
`

/** The spikes of both files, unit by unit. */
const spikes = `import h5py, json, sys
whole, part = (h5py.File(name, 'r') for name in sys.argv[1:])
def spikes(file):
    units = file['units']
    ends = units['spike_times_index'][:]
    return {int(id): units['spike_times'][int(start):int(end)]
            for id, start, end in zip(units['id'], [0, *ends], ends)}
before, after = spikes(whole), spikes(part)
assert all((before[id] == times).all() and len(before[id]) == len(times) for id, times in after.items())
print(json.dumps({'units': len(after), 'spikes': sum(map(len, after.values()))}))
`

/** pynwb's own word, where it is installed. */
const validator = `import json, sys
try:
    from pynwb import NWBHDF5IO, validate
except ImportError:
    print(json.dumps(None)); sys.exit()
faults, _ = validate(paths=[sys.argv[1]], use_cached_namespaces=False)
with NWBHDF5IO(sys.argv[1], 'r', load_namespaces=True) as io:
    units = io.read().units.to_dataframe()
    count = int(sum(map(len, units['spike_times'])))
print(json.dumps({'faults': list(map(str, faults)), 'spikes': count}))
`

let folder: string
let sample: string
let other: string
beforeAll(async () => {
  folder = await temporaryFolder()
  sample = await writeSampleSession(folder)
  other = await writeNwb(join(folder, 'other.nwb'), {
    identifier: 'other',
    bare: true,
    peakChannel: 'none',
    units: [
      { id: 1, spikes: [1, 2] },
      { id: 2, spikes: [] },
    ],
    intervals: {
      trials: { start: [0, 5], stop: [4, 9], tags: [['a', 'b'], []], columns: { cue: [0.5, 6] } },
    },
  })
})

async function subsetOf(file: string, ...options: string[]) {
  const out = join(folder, `${crypto.randomUUID()}.nwb`)
  const { code, stderr } = await run(['export', 'nwb', file, '--out', out, ...options])
  expect(code, stderr).toBe(0)
  return out
}

describe('spikeql export nwb', () => {
  test('follows the schema, with the types of the Allen Institute', async () => {
    const part = await subsetOf(sample, '--areas', 'V1')
    const { faults, types } = JSON.parse(runPython(rules, [part]))
    expect(faults).toEqual([])
    expect(types).toEqual(
      expect.arrayContaining([
        ...['DynamicTable', 'EcephysElectrodeGroup', 'EcephysProbe', 'EcephysSpecimen'],
        ...['ElementIdentifiers', 'NWBFile', 'TimeIntervals', 'Units', 'VectorData', 'VectorIndex'],
      ]),
    )
  })

  test('follows the schema without an extension where none is needed', async () => {
    const { faults, types } = JSON.parse(runPython(rules, [await subsetOf(other, '--all-units')]))
    expect(faults).toEqual([])
    expect(types.filter((type: string) => type.startsWith('Ecephys'))).toEqual([])
  })

  test('has the spikes of the whole file, and no faults where pynwb is installed', async () => {
    const part = await subsetOf(sample, '--areas', 'V1')
    const found = JSON.parse(runPython(spikes, [sample, part]))
    expect(found.units).toBeGreaterThan(3)
    expect(found.spikes).toBeGreaterThan(1000)
    const notInstalled = null
    expect([notInstalled, { faults: [], spikes: found.spikes }]).toContainEqual(
      JSON.parse(runPython(validator, [part])),
    )
  })
})
