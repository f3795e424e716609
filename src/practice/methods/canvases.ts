import { isBlock } from '../server/controls.ts';
import { showRoom } from '../server/rooms.ts';
import { SlackRefusal } from '../server/slack-refusal.ts';
import type { Canvas, World } from '../server/world.ts';
import { type Args, arrayArg, neededText, objectArg, textArg } from './arguments.ts';
import { joinedRoom } from './lookup.ts';
import type { Methods } from './method.ts';

/** docs.slack.dev: a canvas holds 1 MiB of Markdown. */
const largestBytes = 1_048_576;

/** Canvases keep their Markdown as one text; sections are its headings. */
export const canvasMethods: Methods = {
  'canvases.create': (world, args) => ({ canvas_id: newCanvas(world, args, undefined).id }),

  'conversations.canvases.create': (world, args) => {
    const room = joinedRoom(world, args, 'channel_id');
    if (world.plan === 'free') throw new SlackRefusal('team_tier_cannot_create_channel_canvases');
    if (room.canvasId !== undefined) throw new SlackRefusal('channel_canvas_already_exists');
    room.canvasId = newCanvas(world, args, room.id).id;
    showRoom(world, room);
    return { canvas_id: room.canvasId };
  },

  'canvases.edit': (world, args) => {
    const canvas = canvasArg(world, args);
    for (const change of (arrayArg(args, 'changes') ?? []).filter(isBlock)) applyChange(canvas, change);
    const room = world.rooms.get(canvas.channel ?? '');
    if (room) showRoom(world, room);
    return {};
  },

  'canvases.delete': (world, args) => {
    const canvas = canvasArg(world, args);
    world.canvases.delete(canvas.id);
    const room = world.rooms.get(canvas.channel ?? '');
    if (room) {
      room.canvasId = undefined;
      showRoom(world, room);
    }
    return {};
  },

  'canvases.sections.lookup': (world, args) => {
    const wanted = String(objectArg(args, 'criteria')?.contains_text ?? '');
    const headings = canvasArg(world, args)
      .markdown.split('\n')
      .filter((line) => line.startsWith('#'));
    const found = headings.filter((line) => line.includes(wanted));
    return {
      sections: found.map((line) => ({ id: `temp:C:${Buffer.from(line).toString('hex').slice(0, 24)}` })),
    };
  },

  'canvases.access.set': (world, args) => {
    canvasArg(world, args);
    return { failed_to_update_channel_ids: [], failed_to_update_user_ids: [] };
  },
};

function newCanvas(world: World, args: Args, channel: string | undefined): Canvas {
  const markdown = markdownOf(objectArg(args, 'document_content'));
  const canvas = { id: world.ids.next('F'), title: textArg(args, 'title') ?? '', markdown, channel };
  world.canvases.set(canvas.id, canvas);
  return canvas;
}

function canvasArg(world: World, args: Args): Canvas {
  const canvas = world.canvases.get(neededText(args, 'canvas_id'));
  if (!canvas) throw new SlackRefusal('canvas_not_found');
  return canvas;
}

function markdownOf(content: unknown): string {
  const markdown = isBlock(content) ? String(content.markdown ?? '') : '';
  if (Buffer.byteLength(markdown) > largestBytes) throw new SlackRefusal('invalid_arguments');
  return markdown;
}

function applyChange(canvas: Canvas, change: Record<string, unknown>): void {
  const added = markdownOf(change.document_content);
  switch (change.operation) {
    case 'insert_at_start':
      canvas.markdown = `${added}\n${canvas.markdown}`;
      return;
    case 'replace':
      canvas.markdown = added;
      return;
    case 'rename':
      canvas.title = markdownOf(change.title_content) || added;
      return;
    case 'delete':
      return;
    case 'insert_at_end':
    case 'insert_after':
    case 'insert_before':
      canvas.markdown = `${canvas.markdown}\n${added}`;
      return;
    default:
      throw new SlackRefusal('canvas_editing_failed');
  }
}
