import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPython } from '../../support/python/python.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

/** What hdmf requires of tables, and the spikes of both files, unit by unit. */
const program = `import h5py, json, sys
whole, part = (h5py.File(name, 'r') for name in sys.argv[1:])
def check(name, item):
    if item.attrs.get('neurodata_type') not in ('DynamicTable', 'TimeIntervals', 'Units'):
        return
    rows = len(item['id'])
    for column in item.attrs['colnames']:
        index = item.get(column + '_index')
        assert 'description' in item[column].attrs, (name, column)
        if index is None:
            assert len(item[column]) == rows, (name, column)
            continue
        ends = index[:]
        assert len(ends) == rows and ends[-1] == len(item[column]), (name, column)
        assert part[index.attrs['target']].name == item[column].name, (name, column)
part.visititems(check)
tables = [name for name in part['intervals']]
groups = {part[group].name for group in part['general/extracellular_ephys/electrodes/group'][:]}
assert groups <= {item.name for item in part['general/extracellular_ephys'].values()}
assert all('device' in part[group] for group in groups)
for name in ('identifier', 'session_start_time', 'session_description', 'file_create_date'):
    assert name in part, name
def spikes(file):
    units = file['units']
    ends = units['spike_times_index'][:]
    return {int(id): units['spike_times'][start:end]
            for id, start, end in zip(units['id'], [0, *ends], ends)}
before, after = spikes(whole), spikes(part)
assert all((before[id] == times).all() and len(before[id]) == len(times) for id, times in after.items())
print(json.dumps({'tables': len(tables), 'units': len(after), 'spikes': sum(map(len, after.values()))}))
`

test('an NWB subset has the layout of NWB, and the same spikes', async () => {
  const folder = await temporaryFolder()
  const sample = await writeSampleSession(folder)
  const out = join(folder, 'subset.nwb')
  const { code } = await run(['export', 'nwb', sample, '--areas', 'V1', '--out', out])
  expect(code).toBe(0)
  const { tables, units, spikes } = JSON.parse(runPython(program, [sample, out]))
  expect(tables).toBeGreaterThan(3)
  expect(units).toBeGreaterThan(3)
  expect(spikes).toBeGreaterThan(1000)
})
