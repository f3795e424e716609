import { storeContract } from '../contracts/store.contract.ts';
import { dataFolder } from './lowdb/data-folder.ts';

storeContract('the embedded store', {
  async open() {
    const folder = await dataFolder();
    let store = await folder.open();
    return {
      store,
      async reopen() {
        await store.close();
        store = await folder.open();
        return store;
      },
      destroy: () => store.close(),
    };
  },
});
