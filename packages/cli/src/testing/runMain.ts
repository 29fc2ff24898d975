import { main } from '../main.ts'

/** What a run of the command line printed, without colours. */
export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the command line as a terminal would, in this process. */
export async function runMain(...argv: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await main(argv, { out: text => void (out += text), err: text => void (err += text) })
  const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '')
  return { code, out: plain(out), err: plain(err) }
}
