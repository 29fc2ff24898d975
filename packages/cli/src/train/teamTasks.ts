import type { EaseJob } from './easePart.ts'
import { easePart } from './easePart.ts'
import type { EachJob, PeopleJob, SumsJob } from './pairRows.ts'
import { peoplePart, sumsEachPart, sumsPart } from './pairRows.ts'

/** Tasks that a `Team` shares, and what each is told. */
export interface TaskInputs {
  sums: SumsJob
  sumsEach: EachJob
  people: PeopleJob
  ease: EaseJob
}

/** By name what does one part. */
export const teamTasks: { readonly [Name in keyof TaskInputs]: (input: TaskInputs[Name]) => (part: number) => void } = {
  sums: sumsPart, sumsEach: sumsEachPart, people: peoplePart, ease: easePart,
}
