/** docs.slack.dev/reference/methods/conversations.create */
export const longestRoomName = 80;

export function isRoomName(name: string): boolean {
  return name.length <= longestRoomName && !/^[-_]+$/.test(name) && hasRoomLetters(name);
}

/** Lower-case letters, digits, hyphens and underscores, and at least one of them. */
export function hasRoomLetters(name: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name);
}
