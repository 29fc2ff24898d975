import { checkEvent, checkFact, checkScore, checkSequence } from './checkLeaf.ts'
import { askedFor } from './compileRules.ts'
import { isPresetId } from './presetIds.ts'
import { checkFields, isObject, shown, type RuleFault, type TellFault } from './ruleFault.ts'
import type { Rule, SegmentSpec } from './rule.ts'

/** Limits that every device can pay: DESIGN 8 and the size of the norms. */
export const ruleLimits: { segments: number; bytes: number; depth: number; nodes: number } = { segments: 200, bytes: 20_000, depth: 8, nodes: 64 }

const forms = ['all', 'any', 'not', 'fact', 'event', 'seq', 'score', 'segment']
const maxWords = 9

/**
 * Looks a list of segments over, as it came from outside.
 *
 * @returns every fault with its path and what to write instead, at most 50; none: the list is a `SegmentSpec[]` that `compileRules` takes
 */
export function checkRules(value: unknown): RuleFault[] {
  const faults: RuleFault[] = []
  const tell: TellFault = (path, problem, remedy) => { if (faults.length < 50) faults.push({ path, problem, remedy }) }
  if (!Array.isArray(value)) {
    tell('segments', `${shown(value)} is no list`, 'write [{"id": …, "rule": …}, …]')
    return faults
  }
  const specs = value as unknown[]
  if (specs.length > ruleLimits.segments) tell('segments', `are ${specs.length}`, `write at most ${ruleLimits.segments}`)
  const bytes = JSON.stringify(value).length
  if (bytes > ruleLimits.bytes) tell('segments', `are ${bytes} bytes`, `write at most ${ruleLimits.bytes}`)
  const ids = new Map<string, number>()
  specs.forEach((spec, place) => checkSpec(spec, place, ids, tell))
  if (faults.length === 0) checkReferences(specs as SegmentSpec[], ids, tell)
  return faults
}

function checkSpec(spec: unknown, place: number, ids: Map<string, number>, tell: TellFault): void {
  const path = `segments[${place}]`
  if (!isObject(spec)) return tell(path, `${shown(spec)} is no segment`, 'write {"id": …, "rule": …}')
  checkFields(path, spec, ['id', 'sentence', 'public', 'rule'], tell)
  const { id, sentence } = spec
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) tell(`${path}.id`, `${shown(id)} is no id`, 'write small letters, digits and dashes, at most 40')
  else if (isPresetId(id)) tell(`${path}.id`, `${shown(id)} is a preset`, 'choose another name')
  else if (ids.has(id)) tell(`${path}.id`, `${shown(id)} is also segments[${ids.get(id)}]`, 'choose another name')
  else ids.set(id, place)
  if (sentence !== undefined && !(typeof sentence === 'string' && sentence.trim() !== '' && sentence.length <= 100 && sentence.trim().split(/\s+/).length <= maxWords)) {
    tell(`${path}.sentence`, `${shown(sentence)} is no short sentence`, `write at most ${maxWords} words and 100 letters`)
  }
  if (spec['public'] !== undefined && typeof spec['public'] !== 'boolean') tell(`${path}.public`, `${shown(spec['public'])} is neither`, 'write true or false')
  const nodes = checkRule(`${path}.rule`, spec['rule'], 1, tell)
  if (nodes > ruleLimits.nodes) tell(`${path}.rule`, `has ${nodes} parts`, `write at most ${ruleLimits.nodes}`)
}

/** @returns parts of the rule, itself and all in it */
function checkRule(path: string, rule: unknown, depth: number, tell: TellFault): number {
  if (depth > ruleLimits.depth) return tell(path, 'is nested too deep', `nest at most ${ruleLimits.depth} rules`), 1
  const found = isObject(rule) ? forms.filter(form => Object.hasOwn(rule, form)) : []
  if (!isObject(rule) || found.length !== 1) {
    return tell(path, `${shown(rule)} is no rule`, `write an object with one of ${forms.join(', ')}`), 1
  }
  const tests = (of: unknown): number => (isObject(of) && Array.isArray(of['where']) ? of['where'].length : 0)
  switch (found[0]) {
    case 'all':
    case 'any': {
      checkFields(path, rule, [found[0]], tell)
      const parts = rule[found[0]]
      if (!Array.isArray(parts)) return tell(`${path}.${found[0]}`, `${shown(parts)} is no list`, 'write a list of rules'), 1
      return parts.reduce((sum: number, part, place) => sum + checkRule(`${path}.${found[0]}[${place}]`, part, depth + 1, tell), 1)
    }
    case 'not':
      checkFields(path, rule, ['not'], tell)
      return 1 + checkRule(`${path}.not`, rule['not'], depth + 1, tell)
    case 'event': return checkEvent(path, rule, tell), 1 + tests(rule)
    case 'seq': return 1 + checkSequence(path, rule, tell) + (Array.isArray(rule['seq']) ? (rule['seq'] as unknown[]) : []).reduce((sum: number, step) => sum + tests(step), 0)
    case 'fact': return checkFact(path, rule, tell), 1
    case 'score': return checkScore(path, rule, tell), 1
  }
  checkFields(path, rule, ['segment'], tell)
  if (typeof rule['segment'] !== 'string') tell(`${path}.segment`, `${shown(rule['segment'])} is no id`, 'write the id of a segment')
  return 1
}

/** Every segment that is asked for must be there, and none may ask for itself, in however many steps. */
function checkReferences(specs: readonly SegmentSpec[], ids: ReadonlyMap<string, number>, tell: TellFault): void {
  for (const { path, id } of specs.flatMap((spec, place) => pathsAsked(`segments[${place}].rule`, spec.rule))) {
    if (!ids.has(id) && !isPresetId(id)) tell(path, `there is no segment ${shown(id)}`, `use one of ${[...ids.keys()].slice(0, 20).join(' ')}, or a preset`)
  }
  specs.forEach((spec, place) => {
    const seen = new Set<string>()
    const open = askedFor(spec.rule)
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === spec.id) return tell(`segments[${place}].rule`, `asks for itself, by way of ${[...seen].join(' and ') || 'itself'}`, 'let one of them stand alone')
      const other = ids.get(id)
      if (other === undefined || seen.has(id)) continue
      seen.add(id)
      open.push(...askedFor(specs[other]!.rule))
    }
  })
}

function pathsAsked(path: string, rule: Rule): { path: string; id: string }[] {
  if ('segment' in rule) return [{ path: `${path}.segment`, id: rule.segment }]
  if ('not' in rule) return pathsAsked(`${path}.not`, rule.not)
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : []
  return parts.flatMap((part, place) => pathsAsked(`${path}.${'all' in rule ? 'all' : 'any'}[${place}]`, part))
}
