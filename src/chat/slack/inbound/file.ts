import { z } from 'zod';
import type { ChatFile } from '../../../domain/chat-event.ts';

/** A file as Slack attaches it to a message. */
export const SlackFile = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  filetype: z.string().nullish(),
  size: z.number().int().nonnegative().optional(),
  mode: z.string().optional(),
  file_access: z.string().optional(),
  permalink: z.string().optional(),
  url_private: z.string().optional(),
});
export type SlackFile = z.infer<typeof SlackFile>;

/** A file with the reason why it cannot be read, when it cannot. */
export function toChatFile(file: SlackFile): ChatFile {
  const url = file.permalink ?? file.url_private;
  const problem = problemOf(file, url);
  return {
    name: file.name ?? file.title ?? 'file without a name',
    bytes: file.size ?? 0,
    kind: file.mimetype || file.filetype || 'unknown',
    ...(url !== undefined && { url }),
    ...(problem !== undefined && { problem }),
  };
}

/**
 * Without access Slack still answers 200, with a sign-in page instead of the file, so it must be told from the
 * description alone.
 */
function problemOf(file: SlackFile, url: string | undefined): string | undefined {
  if (file.mode === 'tombstone') return 'This file was deleted.';
  if (file.mode === 'hidden_by_limit')
    return 'This file is hidden: the workspace has reached its storage limit.';
  if (file.file_access === 'check_file_info')
    return 'This file is shared from another workspace; Slack did not describe it.';
  if (file.file_access === 'access_denied') return 'The desk has no access to this file.';
  if (url === undefined)
    return 'Slack gave no address for this file; the desk may lack the files:read permission.';
  return undefined;
}
