import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const installed = '/usr/lib/postgresql'

/** Folder of PostgreSQL's programs, newest version first, or undefined where there is none. */
export function findPostgres(): string | undefined {
  const folders = [
    ...(existsSync(installed) ? readdirSync(installed) : []).sort((a, b) => Number(b) - Number(a))
      .map(version => join(installed, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/**
 * Runs statements, each ended by a semicolon and an empty line, on a PostgreSQL of its own in single-user mode: no server, no
 * socket, no port. Files that they name must lie in `folder`.
 *
 * @throws Error with what PostgreSQL said, when a statement fails
 */
export function runOnPostgres(programs: string, folder: string, statements: string): void {
  const data = join(folder, 'cluster')
  mkdirSync(data)
  // PostgreSQL refuses to run as root; then it runs as the user that its package has made.
  const isRoot = process.getuid?.() === 0
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']))
  const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) {
    for (const place of [folder, data]) chownSync(place, user.uid, user.gid)
    for (const name of readdirSync(folder)) chownSync(join(folder, name), user.uid, user.gid)
  }
  chmodSync(data, 0o700)
  const settings = ['-c', 'fsync=off', '-c', 'shared_buffers=16MB', '-c', 'exit_on_error=on', '-c', 'log_min_messages=error']
  const cluster = ['-D', data, '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C.UTF-8']
  execFileSync(join(programs, 'initdb'), cluster, { ...user, cwd: folder, stdio: 'pipe' })
  const run = spawnSync(join(programs, 'postgres'), ['--single', '-j', '-D', data, ...settings, 'postgres'], {
    ...user, cwd: folder, input: `${statements}\n`, encoding: 'utf8', maxBuffer: 1e8,
  })
  if (run.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(run.stderr)) throw new Error(run.stderr.slice(0, 4000))
}
