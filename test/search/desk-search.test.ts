import { createSearch } from '../../src/search/desk-search.ts';
import { searchContract } from '../contracts/search.contract.ts';

searchContract('in memory', createSearch);
