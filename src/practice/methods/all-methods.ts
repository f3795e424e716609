import { agentMethods } from './agent-surface.ts';
import { bookmarkMethods } from './bookmarks.ts';
import { canvasMethods } from './canvases.ts';
import { chatMethods } from './chat.ts';
import { scheduledMethods } from './chat-scheduled.ts';
import { streamMethods } from './chat-streams.ts';
import { conversationMethods } from './conversations.ts';
import { historyMethods } from './history.ts';
import type { Methods } from './method.ts';
import { reactionMethods } from './reactions-pins.ts';
import { roomChangeMethods } from './room-changes.ts';
import { uploadMethods } from './uploads.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';
import { workspaceMethods } from './workspace-info.ts';

/** Every Web API method the practice server knows. */
export const allMethods: Methods = {
  ...workspaceMethods,
  ...chatMethods,
  ...scheduledMethods,
  ...streamMethods,
  ...conversationMethods,
  ...roomChangeMethods,
  ...historyMethods,
  ...userMethods,
  ...viewMethods,
  ...reactionMethods,
  ...bookmarkMethods,
  ...canvasMethods,
  ...uploadMethods,
  ...agentMethods,
};
