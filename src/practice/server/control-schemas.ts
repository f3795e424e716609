import { z } from 'zod';
import type { PracticeRequests } from '../control.ts';

const id = z.string().min(1);
const at = { as: id, channel: id, ts: id };
const values = z.record(z.string(), z.record(z.string(), z.unknown()));

const fault = z.strictObject({
  method: z.string(),
  channel: z.string().exactOptional(),
  times: z.int().positive().exactOptional(),
  error: z.string().exactOptional(),
  status: z.int().exactOptional(),
  retryAfter: z.number().exactOptional(),
  delayMs: z.number().nonnegative().exactOptional(),
  drop: z.enum(['before', 'after']).exactOptional(),
  duplicate: z.int().positive().exactOptional(),
});

const file = z.strictObject({ name: z.string(), mimetype: z.string(), contentBase64: z.base64() });

const place = z.union([
  z.strictObject({ channel: id, ts: id }),
  z.strictObject({ viewId: id }),
  z.strictObject({ homeOf: id }),
]);

/** What each control route takes; must stay in step with `PracticeRequests`, and does not compile otherwise. */
export const controlSchemas: { [Route in keyof PracticeRequests]: z.ZodType<PracticeRequests[Route]> } = {
  '/control/message': z.strictObject({
    as: id,
    channel: id,
    text: z.string().max(40_000),
    threadTs: z.string().exactOptional(),
    also: z.boolean().exactOptional(),
    files: z.array(file).exactOptional(),
  }),
  '/control/edit': z.strictObject({ ...at, text: z.string().max(40_000) }),
  '/control/delete': z.strictObject(at),
  '/control/react': z.strictObject({ ...at, name: id }),
  '/control/pin': z.strictObject(at),
  '/control/member': z.strictObject({
    as: id,
    channel: id,
    change: z.enum(['join', 'leave']),
    person: id.exactOptional(),
  }),
  '/control/channel': z.strictObject({
    as: id,
    channel: id,
    change: z.enum(['archive', 'unarchive', 'rename', 'delete']),
    name: z.string().exactOptional(),
  }),
  '/control/command': z.strictObject({ as: id, channel: id, text: id }),
  '/control/press': z.strictObject({
    as: id,
    in: place,
    blockId: id,
    actionId: id,
    value: z.union([z.string(), z.array(z.string())]).exactOptional(),
    values: values.exactOptional(),
  }),
  '/control/submit': z.strictObject({ as: id, viewId: id, values }),
  '/control/close': z.strictObject({ as: id, viewId: id }),
  '/control/shortcut': z.strictObject({
    as: id,
    callbackId: id,
    channel: z.string().exactOptional(),
    ts: z.string().exactOptional(),
  }),
  '/control/open-home': z.strictObject({ as: id }),
  '/control/direct': z.strictObject({ as: id }),
  '/control/faults': z.strictObject({
    add: z.array(fault).exactOptional(),
    clear: z.boolean().exactOptional(),
  }),
  '/control/clock': z.strictObject({ advanceMs: z.number().nonnegative() }),
  '/control/pass': z.strictObject({ ms: z.int().positive() }),
  '/control/stay': z.strictObject({}),
  '/control/sockets': z.strictObject({ how: z.enum(['disconnect', 'drop', 'refuse', 'accept']) }),
};
