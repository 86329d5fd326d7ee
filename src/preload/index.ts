import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import {
  type EventChannel,
  eventChannels,
  type Reply,
  requestChannels,
  type WizardBridge,
} from '../shared/ipc/contract.ts';

const known = (table: object, channel: string) => Object.hasOwn(table, channel);

const bridge: WizardBridge = {
  request: (channel, input) => {
    if (!known(requestChannels, channel)) return Promise.reject(new Error(`No such request: ${channel}`));
    return ipcRenderer.invoke(channel, input) as Promise<Reply<never>>;
  },
  subscribe: (channel: EventChannel, listener: (payload: never) => void) => {
    if (!known(eventChannels, channel)) throw new Error(`No such event: ${channel}`);
    const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload as never);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
};

contextBridge.exposeInMainWorld('wizard', bridge);
