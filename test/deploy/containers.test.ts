import { readFile } from 'node:fs/promises'
import * as apps from 'kubernetes-models/apps/v1'
import * as policy from 'kubernetes-models/policy/v1'
import * as core from 'kubernetes-models/v1'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { createProgram } from '../../src/cli/program.ts'

/** What `validate` holds against the schemas of Kubernetes' API. */
interface Model {
  validate(): void
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the file says is what is validated
const models: Readonly<Record<string, (json: any) => Model>> = {
  Deployment: (json) => new apps.Deployment(json),
  Service: (json) => new core.Service(json),
  PodDisruptionBudget: (json) => new policy.PodDisruptionBudget(json),
}

/** Options of `spikeql serve`, and of all commands, by their names. */
function knownOptions(): Set<string> {
  const program = createProgram()
  const serve = program.commands.find((command) => command.name() === 'serve')
  return new Set([...program.options, ...(serve?.options ?? [])].map(({ long }) => long ?? ''))
}

const optionsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => /^--[a-z-]+/.exec(text)?.[0] ?? [])

function expectKnown(texts: readonly string[]): void {
  const options = optionsIn(texts)
  expect(options.length).toBeGreaterThan(2)
  const known = knownOptions()
  expect(options.filter((option) => !known.has(option))).toEqual([])
}

describe('the manifests for Kubernetes', async () => {
  const text = await readFile('deploy/kubernetes/spikeql.yaml', 'utf8')
  const manifests = parseAllDocuments(text, { strict: true }).map((document) => document.toJS())

  test.each(manifests)('$kind is what its schema says', (manifest) => {
    models[manifest.kind]?.(manifest).validate()
    expect(Object.keys(models)).toContain(manifest.kind)
  })

  test('are held against a schema that finds mistakes', () => {
    const [deployment] = structuredClone(manifests)
    deployment.spec.replicas = 'three'
    expect(() => models.Deployment?.(deployment).validate()).toThrow()
  })

  test('name only options that there are', () => {
    const [{ spec }] = manifests
    expectKnown(spec.template.spec.containers[0].args)
  })

  test('wait for as long as a server may take to stop', () => {
    const [{ spec }] = manifests
    // --drain-delay 5, and --drain-timeout 30.
    expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(35)
  })
})

describe('compose.yaml', async () => {
  const { services, volumes } = parse(await readFile('deploy/compose.yaml', 'utf8'), {
    merge: true,
    strict: true,
  })

  test('has two replicas with the same command, of options that there are', () => {
    expect(services['replica-1']).toEqual(services['replica-2'])
    expectKnown(services['replica-1'].command)
  })

  test('names only volumes and services that there are', () => {
    const all = Object.values<{ volumes?: string[]; depends_on?: object }>(services)
    const named = all.flatMap((service) => service.volumes ?? []).map((text) => text.split(':')[0])
    const ownNames = named.filter((name) => /^\w+$/.test(name ?? ''))
    expect([...new Set(ownNames)].sort()).toEqual(Object.keys(volumes).sort())
    const needed = all.flatMap(({ depends_on = [] }) =>
      Array.isArray(depends_on) ? depends_on : Object.keys(depends_on),
    )
    expect(needed.filter((name) => !(name in services))).toEqual([])
  })

  test('finds in the configuration of nginx what it changes there', async () => {
    const site = await readFile('deploy/nginx/spikeql.conf', 'utf8')
    const [, , script] = services.nginx.command
    const changed = [...script.matchAll(/s\/([\d.:]+|spikes\.example)\//g)].map(([, name]) => name)
    expect(changed).toEqual(['127.0.0.1:4001', '127.0.0.1:4002', 'spikes.example'])
    for (const name of changed) expect(site).toContain(name)
  })
})

describe('the systemd unit and the Dockerfile', () => {
  test('name only options that there are', async () => {
    const unit = await readFile('deploy/systemd/spikeql@.service', 'utf8')
    const [, run = ''] = /^ExecStart=((?:.*\\\n)*.*)$/m.exec(unit) ?? []
    expectKnown(run.split(/\s+/))
    const [, command = '[]'] =
      /^CMD (\["serve".*\])$/m.exec(await readFile('deploy/Dockerfile', 'utf8')) ?? []
    expectKnown(JSON.parse(command))
  })
})
