/**
 * Words of what nothing may be concluded about: health, intimacy, religion, children (special categories of GDPR article 9, and minors).
 * English, as the messages are. Christmas and Easter are here although most who buy a bauble say nothing by it: silence costs little.
 */
const words = new RegExp(String.raw`\b(?:${[
  'health', 'medic\\w*', 'pharma\\w*', 'diet\\w*', 'diabet\\w*', 'incontinen\\w*', 'fertility', 'pregnan\\w*', 'maternity', 'menopaus\\w*', 'disab\\w*',
  'bab(?:y|ies)', 'child\\w*', 'kids?', 'toddlers?', 'infants?', 'teens?', 'school', 'nursery', 'boys?', 'girls?',
  'lingerie', 'underwear', 'intima\\w*', 'erotic\\w*', 'sex\\w*', 'adult', 'contracept\\w*', 'condoms?', 'lgbt\\w*', 'pride',
  'relig\\w*', 'faith', 'church', 'bible', 'christ\\w*', 'communion', 'baptis\\w*', 'easter', 'advent', 'nativity', 'islam\\w*', 'muslim\\w*', 'halal',
  'quran', 'koran', 'ramadan', 'eid', 'jewish', 'judai\\w*', 'kosher', 'han(?:n)?ukkah', 'hindu\\w*', 'diwali', 'buddh\\w*', 'pray\\w*', 'rosar\\w*',
].join('|')})\b`, 'i')

/** True for the name of a department or kind that no liking may be concluded for, nor given as a reason. */
export function isSensitive(name: string): boolean {
  return words.test(name)
}
