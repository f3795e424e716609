import { z } from 'zod';
import { Refused } from '../../../domain/errors.ts';
import { anyAnswer } from '../call-slack.ts';
import { fromDeskId } from '../ids.ts';
import { slackLimits } from '../limits/table.ts';
import { shortened } from '../outbound/cut.ts';
import { inWords, type RoomDesk } from './room-desk.ts';

const Info = z.object({
  channel: z.object({
    properties: z
      .object({
        canvas: z.object({ file_id: z.string().nullish() }).nullish(),
        tabs: z
          .array(
            z.object({
              type: z.string().nullish(),
              data: z.object({ file_id: z.string().nullish() }).nullish(),
            }),
          )
          .nullish(),
      })
      .nullish(),
  }),
});

type Content = { readonly type: 'markdown'; readonly markdown: string };

const Made = z.object({ canvas_id: z.string() });

const vanished = ['canvas_not_found', 'canvas_deleted'];
const existing = ['channel_canvas_already_exists', 'free_team_canvas_tab_already_exists'];
const words = {
  channel_canvas_already_exists: 'The channel has a canvas already, and Slack does not say which.',
  free_team_canvas_tab_already_exists: 'The channel has a canvas already, and Slack does not say which.',
  team_tier_cannot_create_channel_canvases: "The workspace's plan has no canvases in channels.",
  canvas_disabled_user_team: 'Canvases are switched off in this workspace.',
  canvas_disabled_file_team: 'Canvases are switched off in this workspace.',
  canvas_creation_failed: 'Slack could not make the canvas.',
  channel_canvas_creation_failed: 'Slack could not make the canvas.',
  canvas_tab_creation_failed: 'Slack could not make the canvas.',
  canvas_editing_failed: 'Slack could not change the canvas.',
  canvas_editing_locked: 'Somebody has locked the canvas.',
  canvas_deleted: 'The canvas was deleted.',
  canvas_not_found: 'The canvas is not there any more.',
  restricted_action: 'An administrator has restricted who may make or change canvases.',
};

/** Writes the page of a channel. */
export type SetPage = (
  channel: string,
  page: { readonly title: string; readonly markdown: string },
) => Promise<void>;

/**
 * The channel's canvas, made, or replaced when there is one. Which one it is gets remembered: making one is allowed
 * 20 times a minute in a workspace, and a page is written often.
 */
export function openSetPage(desk: RoomDesk): SetPage {
  const canvases = new Map<string, string>();

  async function make(channel: string, title: string, content: Content): Promise<void> {
    const args = { channel_id: channel, title, document_content: content };
    try {
      const { canvas_id } = await desk.call('conversations.canvases.create', args, Made);
      canvases.set(channel, canvas_id);
    } catch (error) {
      if (!isOneOf(error, existing)) throw error;
      const canvas = await canvasOf(desk, channel);
      if (canvas === undefined) throw error;
      await replace(canvas, content);
      canvases.set(channel, canvas);
    }
  }

  async function replace(canvas_id: string, document_content: Content): Promise<void> {
    const changes = [{ operation: 'replace', document_content }];
    await desk.call('canvases.edit', { canvas_id, changes }, anyAnswer);
  }

  return (deskId, { title, markdown }) =>
    inWords(words, async () => {
      const channel = fromDeskId(deskId);
      const content = { type: 'markdown', markdown: shortened(markdown, slackLimits.canvas) } as const;
      const known = canvases.get(channel);
      if (known === undefined) return await make(channel, title, content);
      try {
        await replace(known, content);
      } catch (error) {
        if (!isOneOf(error, vanished)) throw error;
        canvases.delete(channel);
        await make(channel, title, content);
      }
    });
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Refused && codes.includes(error.code);
}

/** Slack names it in one of two places, depending on the plan and the age of the channel. */
async function canvasOf(desk: RoomDesk, channel: string): Promise<string | undefined> {
  const { properties } = (await desk.call('conversations.info', { channel }, Info)).channel;
  if (properties?.canvas?.file_id) return properties.canvas.file_id;
  const tabs = properties?.tabs?.filter((tab) => tab.type === 'channel_canvas' || tab.type === 'canvas');
  return tabs?.map((tab) => tab.data?.file_id).find((id) => id) ?? undefined;
}
