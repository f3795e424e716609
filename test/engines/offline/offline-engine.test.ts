import { createOfflineEngine } from '../../../src/engines/offline/offline-engine.ts';
import { engineContract } from '../../contracts/engine.contract.ts';

engineContract('offline', createOfflineEngine);
