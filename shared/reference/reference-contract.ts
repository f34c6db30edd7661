import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { District, LawNumber, SamplingRule } from './reference.ts'

export const referenceContract = {
  'reference.listDistricts': query(z.object({}), z.array(District)),
  'reference.listSamplingRules': query(z.object({}), z.array(SamplingRule)),
  'reference.listLaw': query(z.object({}), z.array(LawNumber)),
}
