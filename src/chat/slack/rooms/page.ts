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

/** The channel's canvas, made, or replaced when there is one. */
export async function setPage(
  desk: RoomDesk,
  deskId: string,
  page: { readonly title: string; readonly markdown: string },
): Promise<void> {
  const channel = fromDeskId(deskId);
  const document_content = { type: 'markdown', markdown: shortened(page.markdown, slackLimits.canvas) };
  const args = { channel_id: channel, title: page.title, document_content };
  await inWords(words, async () => {
    try {
      await desk.call('conversations.canvases.create', args, anyAnswer);
    } catch (error) {
      if (!(error instanceof Refused && existing.includes(error.code))) throw error;
      const canvas_id = await canvasOf(desk, channel);
      if (canvas_id === undefined) throw error;
      const changes = [{ operation: 'replace', document_content }];
      await desk.call('canvases.edit', { canvas_id, changes }, anyAnswer);
    }
  });
}

/** Slack names it in one of two places, depending on the plan and the age of the channel. */
async function canvasOf(desk: RoomDesk, channel: string): Promise<string | undefined> {
  const { properties } = (await desk.call('conversations.info', { channel }, Info)).channel;
  if (properties?.canvas?.file_id) return properties.canvas.file_id;
  const tabs = properties?.tabs?.filter((tab) => tab.type === 'channel_canvas' || tab.type === 'canvas');
  return tabs?.map((tab) => tab.data?.file_id).find((id) => id) ?? undefined;
}
