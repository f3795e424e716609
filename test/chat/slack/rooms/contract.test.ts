import { roomsContract } from '../../../contracts/rooms.contract.ts';
import { openSlackRoomsHarness } from '../support/rooms-harness.ts';

roomsContract('Slack', () => openSlackRoomsHarness());
