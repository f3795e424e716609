import { openIncidentForm } from '../incident/incident-form.ts';
import type { WarRoomCommand } from './table.ts';

/** It is over for customers. Whether data was lost and who reviews it is asked in the form. */
export const resolve: WarRoomCommand = (desk, event, { incident, rest }) =>
  openIncidentForm(desk, event.handle, { form: 'resolve', incident, given: rest });
