/** The thread that reads one pack and ends: see `readPackApart`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PackKnowledge } from '../formats/pack/knowledge.ts';
import { readPack } from './read-pack.ts';

const { bytes, name, knowledge } = workerData as { bytes: Uint8Array; name: string; knowledge: PackKnowledge };
parentPort?.postMessage(await readPack(bytes, name, knowledge));
