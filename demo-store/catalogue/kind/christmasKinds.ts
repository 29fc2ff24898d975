import type { KindRule } from './KindRule.ts'

/** What hangs, in December and at Easter; the widest words come last. */
export const christmasKinds: readonly KindRule[] = [
  ['advent calendar', /\badvent calendar\b/],
  ['stocking', /\bchristmas stocking\b/],
  ['christmas tree', /\bchristmas tree(?: \d+cm)?$|\bfeather (?:christmas )?tree\b/],
  ['sleigh bells', /\bsleigh bells\b/],
  ['rocking horse', /\brocking horse\b/],
  ['bauble', /\bbaubles?\b|\bglass ball\b|\bchristmas balls\b|\bdroplet\b/],
  ['painted egg', /\beggs?\b/],
  ['hanging star', /\bstar\b|\bsnowflake\b/],
  ['hanging heart', /\bhearts?\b/],
  ['ornament', /\bpainted (?:metal|pink|with)\b|\bfelt toadstool\b|\bcamphor wood\b|\bceramic christmas\b|\bmetal (?:cat|rabbit)\b|\bporcelain rose\b|\blightbulb\b|\bswinging bunny\b|\bspot (?:rabbit|bunny)\b|\brabbit easter\b|\beaster rabbit\b|\bdolphins\b/],
  ['hanging tree', /\btrees?\b/],
  ['hanging decoration', /\bdecorations?\b|\bhanging\b|\bjewel\b|\bangel\b|\bwooden (?:daisy|bird)\b|\bon stick\b|\bwood stocking\b|\bmirrored disco ball\b|\bfairy pole\b|\bwood bird\b/],
]
