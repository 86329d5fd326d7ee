import { readContract } from '../../support/service-contract.ts';

export const certificationContract = readContract('certification-account-openapi.yaml');
