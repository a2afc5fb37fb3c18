import { afterEach } from 'vitest';
import { requestNames } from '../../shared/contract/requests.ts';
import { closeAll } from '../factories/staffedOffice.ts';
import { testRequests } from './contractSuite.ts';

afterEach(closeAll);

testRequests(requestNames.filter((_, i) => i % 4 === 2));
