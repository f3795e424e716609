import { checkBlock, type Surface } from './limits/block.ts';
import {
  at,
  checkOptionalString,
  checkText,
  checkUnique,
  complain,
  isLoose,
  type Spot,
} from './limits/inspect.ts';
import { grouped, slackLimits as limit } from './limits/table.ts';

/**
 * What Slack would refuse about these blocks: one line each, with the path and the limit. Empty means they are fine.
 * One judge for the desk (before it sends), for the tests and for the practice server.
 */
export function blockProblems(blocks: readonly unknown[], surface: Surface): string[] {
  const spot: Spot = { path: 'blocks', problems: [] };
  const most = surface === 'message' ? limit.messageBlocks : limit.viewBlocks;
  if (blocks.length > most) complain(spot, `${grouped(blocks.length)} blocks, at most ${most}`);
  blocks.forEach((block, index) => {
    const blockSpot = at(spot, `[${index}]`);
    if (isLoose(block)) checkBlock(block, surface, blockSpot);
    else complain(blockSpot, 'must be an object');
  });
  checkUnique(blocks, 'block_id', spot);
  const text = blocksTextLength(blocks);
  if (surface === 'message' && text > limit.messageBlockText) {
    complain(
      spot,
      `${grouped(text)} characters together, at most ${grouped(limit.messageBlockText)} (msg_blocks_too_long)`,
    );
  }
  return spot.problems;
}

/** What Slack would refuse about a modal or home view. Empty means it is fine. */
export function viewProblems(view: unknown): string[] {
  const spot: Spot = { path: 'view', problems: [] };
  if (!isLoose(view)) return ['view: must be an object'];
  if (view.type !== 'modal' && view.type !== 'home') complain(at(spot, '.type'), 'must be modal or home');
  checkOptionalString(view.callback_id, limit.callbackId, at(spot, '.callback_id'));
  checkOptionalString(view.external_id, limit.callbackId, at(spot, '.external_id'));
  if (view.private_metadata !== '') {
    checkOptionalString(view.private_metadata, limit.privateMetadata, at(spot, '.private_metadata'));
  }
  if (view.type === 'modal') checkModalFrame(view, spot);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > limit.viewBytes) complain(spot, `${grouped(bytes)} bytes, at most ${grouped(limit.viewBytes)}`);
  if (!Array.isArray(view.blocks)) complain(at(spot, '.blocks'), 'must be a list');
  else spot.problems.push(...blockProblems(view.blocks, view.type === 'home' ? 'home' : 'modal'));
  return spot.problems;
}

/** Characters of everything people read in these blocks, as our limits count them. */
export function blocksTextLength(blocks: unknown): number {
  if (Array.isArray(blocks)) return blocks.reduce((sum: number, each) => sum + blocksTextLength(each), 0);
  if (!isLoose(blocks)) return 0;
  return Object.entries(blocks).reduce((sum, [key, value]) => {
    if (typeof value === 'string') return key === 'text' || key === 'fallback' ? sum + value.length : sum;
    return sum + blocksTextLength(value);
  }, 0);
}

function checkModalFrame(view: Readonly<Record<string, unknown>>, spot: Spot): void {
  checkText(view.title, { max: limit.viewTitle, plain: true }, at(spot, '.title'));
  for (const key of ['submit', 'close'] as const) {
    if (view[key] !== undefined)
      checkText(view[key], { max: limit.viewButton, plain: true }, at(spot, `.${key}`));
  }
  const asks =
    Array.isArray(view.blocks) && view.blocks.some((block) => isLoose(block) && block.type === 'input');
  if (asks && view.submit === undefined) complain(at(spot, '.submit'), 'is needed when there are inputs');
}
