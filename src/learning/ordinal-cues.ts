/**
 * How much a report speaks of harm and how much of appearance, each about 0 to 3. Such words mean the same in every
 * project, so they help where no report of the project was judged yet. What stands in the title counts twice.
 */
export function impactCues(title: string, text: string): readonly number[] {
  const whole = `${title} ${title} ${text}`;
  return [harm, appearance].map((words) => Math.log1p(whole.match(words)?.length ?? 0));
}

const harm =
  /\b(los[ts]|loss|fail\w*|crash\w*|hazard\w*|unable|cannot|overflow\w*|corrupt\w*|fault\w*|critical|safe\w*|unexpected\w*|infinite|hang|deadlock|reboot|reset\w*|damage|dangerous|outage|breach\w*|not (\w+ )?(verif|test|satisf|address|implement|perform|check)\w*)\b/gi;
const appearance =
  /\b(comment(s|ed)?|typo\w*|typographical|spelling|misspell\w*|wording|worded|unclear|editorial|format\w*|naming|unused|redundan\w*|headers?|style|clarif\w*|vague\w*|ambigu\w*|readab\w*|maintain\w*|outdated|(never|not) used|tbd|grammar|coding standards?|cosmetic|nomenclature|consistency|duplicated?)\b/gi;
