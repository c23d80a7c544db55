import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Started, startProgram } from '../../cli/run-command.ts'
import { freePort } from './free-port.ts'

/** Slurm of a test, of this machine alone: a controller and a node, who trust each other's key. */
export class SlurmCluster implements AsyncDisposable {
  readonly #folder: string
  /** for the commands of Slurm */
  readonly #environment: Readonly<Record<string, string>>
  readonly #daemons: readonly Started[]

  private constructor(folder: string, daemons: readonly Started[]) {
    this.#folder = folder
    this.#environment = { SLURM_CONF: join(folder, 'slurm.conf') }
    this.#daemons = daemons
  }

  static async start(): Promise<SlurmCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'spikeql-slurm-'))
    const inFolder = (name: string) => join(folder, name)
    for (const name of ['state', 'spool']) mkdirSync(inFolder(name))
    writeFileSync(inFolder('munge.key'), randomBytes(128), { mode: 0o400 })
    const ports = [await freePort(), await freePort()] as const
    writeFileSync(inFolder('slurm.conf'), configuration(folder, ports))
    const munge = ['key-file', 'socket', 'pid-file', 'log-file', 'seed-file'].map(
      (name) => `--${name}=${inFolder(name === 'key-file' ? 'munge.key' : name)}`,
    )
    const env = { SLURM_CONF: inFolder('slurm.conf') }
    return new SlurmCluster(folder, [
      startProgram('/usr/sbin/munged', ['--foreground', '--force', ...munge]),
      startProgram('/usr/sbin/slurmctld', ['-D'], { env }),
      startProgram('/usr/sbin/slurmd', ['-D'], { env }),
    ])
  }

  /**
   * Run a job to its end, in a folder.
   *
   * @param args of sbatch
   */
  run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): void {
    execFileSync('/usr/bin/sbatch', ['--wait', ...args], {
      cwd,
      env: { ...process.env, ...this.#environment, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // The node first: it tells its controller.
    for (const { process: daemon, ended } of this.#daemons.toReversed()) {
      daemon.kill('SIGTERM')
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** Twice the processors of a small machine: what a job asks for is there, and all run at once. */
const PROCESSORS = 4

function configuration(folder: string, [controllerPort, nodePort]: readonly [number, number]) {
  const name = hostname().replace(/\..*/, '')
  return `ClusterName=test
SlurmctldHost=${name}(127.0.0.1)
SlurmUser=${userInfo().username}
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
AuthType=auth/munge
AuthInfo=socket=${folder}/socket
CryptoType=crypto/munge
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MailProg=/bin/true
ReturnToService=2
NodeName=${name} NodeAddr=127.0.0.1 CPUs=${PROCESSORS} RealMemory=64000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
`
}
