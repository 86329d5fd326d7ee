import type { Server } from 'node:http';
import { createServiceServer } from '../http-service/server.ts';
import { operations } from './operations.ts';
import { refuse } from './refusals.ts';
import type { StandInAccount } from './stand-in-account.ts';

/** The HTTP interface of the stand-in account: the contract of docs/account-openapi.yaml. */
export const createAccountServer = (service: StandInAccount): Server =>
  createServiceServer({ service, operations, refuse });
