import type { ActionHandler } from '../table.ts';
import { approve, discard, editDraft, regenerate, reply } from './answering.ts';
import { makeTicket, newTicket, openTicket, refreshHome } from './lists.ts';
import { confirmSolved, stillBroken } from './requester.ts';
import {
  claim,
  correctCategory,
  correctQueue,
  correctSeverity,
  link,
  merge,
  moreMenu,
  note,
  release,
  reopen,
  retry,
  showAll,
  solve,
  unmerge,
} from './working.ts';

/** Every button and menu, by its action. */
export const actions: Readonly<Record<string, ActionHandler>> = {
  approve,
  edit_draft: editDraft,
  discard,
  regenerate,
  reply,
  retry_delivery: retry,
  claim,
  release,
  note,
  solve,
  reopen,
  more: moreMenu,
  show_all: showAll,
  correct_category: correctCategory,
  correct_severity: correctSeverity,
  correct_queue: correctQueue,
  merge,
  unmerge,
  link,
  confirm_solved: confirmSolved,
  still_broken: stillBroken,
  open_ticket: openTicket,
  new_ticket: newTicket,
  refresh_home: refreshHome,
  make_ticket: makeTicket,
};
