import type { Server } from 'node:http';
import { createServiceServer } from '../http-service/server.ts';
import { operations } from './operations.ts';
import { refuse } from './refusals.ts';
import type { StandInAuthority } from './stand-in-authority.ts';

/** The HTTP interface of the stand-in: the contract of docs/certification-account-openapi.yaml. */
export const createCertificationServer = (service: StandInAuthority): Server =>
  createServiceServer({ service, operations, refuse });
