import { chatContract } from '../../contracts/chat.contract.ts';
import { openSlackHarness, secrets } from './support/practice-harness.ts';

chatContract('Slack over signed HTTP', { open: openSlackHarness() });
chatContract('Slack in Socket Mode', {
  open: openSlackHarness({ appToken: secrets.appToken }),
  exceptions: {
    'a message of another app is told as such': 'the practice workspace has one app; heard over HTTP instead',
  },
});
