import { readContract } from '../../support/service-contract.ts';

export const {
  contractFile,
  operations,
  documentedAnswers,
  answerName,
  requestFaults,
  answerFaults,
  examples,
  exampleFaults,
} = readContract('account-openapi.yaml');
